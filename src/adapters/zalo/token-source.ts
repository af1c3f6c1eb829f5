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

/**
 * The pair as it is kept. 'pending': somebody set out to renew it and never wrote down how that went, so Zalo may have taken
 * its refresh token. 'needs-reauth': Zalo has refused it, and only the OA's consent helps.
 */
export interface KeptTokens {
  readonly pair: TokenPair
  readonly state: 'live' | 'pending' | 'needs-reauth'
  readonly keptAt: Date
}

/** Where the pair of one OA is kept, for every process that uses it. */
export interface TokenStore {
  load(): Promise<KeptTokens | undefined>
  /** Takes the lock for so long: whoever has it may spend the refresh token. False while another holds it. */
  lock(holder: string, forMs: number): Promise<boolean>
  unlock(holder: string): Promise<void>
  /** Written down before this refresh token is spent; 'over' when it surely was not. */
  renewing(spent: string, state: 'begun' | 'over'): Promise<void>
  /** Puts a pair in the place of the one it was bought with; false when another pair stands there by now. */
  replace(spent: string, pair: TokenPair): Promise<boolean>
  /** This refresh token was refused. Nothing happens when another pair stands there by now. */
  markLost(spent: string): Promise<void>
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
