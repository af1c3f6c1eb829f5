import type { SendFailure } from '../../ports.ts'

/** Where the OA's access token comes from. */
export interface TokenSource {
  /** The token to try first. Throws NoToken. */
  current(): Promise<string>
  /** A better token than the one Zalo refused. Callers at the same time share one refresh. Throws NoToken. */
  refresh(refused: string): Promise<string>
}

/** A refresh token works once, so a pair is only ever kept whole. */
export interface TokenPair {
  readonly accessToken?: string // absent before the first refresh
  readonly refreshToken: string
  readonly expiresAt?: Date // of the access token
}

/** Where the pair is kept between starts. `load` answers the newest saved pair, or the one of the set-up. */
export interface TokenStore {
  load(): Promise<TokenPair | undefined>
  save(pair: TokenPair): Promise<void>
}

/** There is no token to send with, and what a sender should do about it. */
export class NoToken extends Error {
  override readonly name = 'NoToken'
  readonly failure: SendFailure

  constructor(failure: SendFailure) {
    super('no Zalo access token')
    this.failure = failure
  }
}
