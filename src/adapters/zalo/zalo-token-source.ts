import { exchangeToken, type TokenEndpoint } from './exchange-token.ts'
import { NoToken, type TokenPair, type TokenSource, type TokenStore } from './token-source.ts'

export interface TokenSettings extends TokenEndpoint {
  readonly store: TokenStore
}

const SPARE_MS = 60_000 // a token this close to its end may die on the way

/**
 * Access tokens of one OA. A new pair is saved before it is used; nothing but a whole new pair overwrites the stored
 * one; a refresh token that was refused is not spent again, and callers at the same time share one refresh.
 */
export function zaloTokenSource(settings: TokenSettings): TokenSource {
  return new ZaloTokenSource(settings)
}

class ZaloTokenSource implements TokenSource {
  readonly #settings: TokenSettings
  #known: TokenPair | undefined
  #unsaved: TokenPair | undefined
  #deadRefreshToken: string | undefined
  #refreshing: Promise<string> | undefined

  constructor(settings: TokenSettings) {
    this.#settings = settings
  }

  async current(): Promise<string> {
    if (this.#unsaved) await this.#keep(this.#unsaved)
    return this.#usable() ?? this.#share(undefined)
  }

  refresh(refused: string): Promise<string> {
    return this.#share(refused)
  }

  #share(refused: string | undefined): Promise<string> {
    this.#refreshing ??= this.#renew(refused).finally(() => (this.#refreshing = undefined))
    return this.#refreshing
  }

  async #renew(refused: string | undefined): Promise<string> {
    const { refreshToken } = await this.#stored()
    const usable = this.#usable()
    if (usable !== undefined && usable !== refused) return usable // someone else has renewed it
    if (refreshToken === this.#deadRefreshToken) throw mustConsentAgain()
    const fresh = await exchangeToken(this.#settings, refreshToken)
    if (fresh === 'refused') {
      this.#deadRefreshToken = refreshToken
      throw mustConsentAgain()
    }
    await this.#keep(fresh)
    return fresh.accessToken
  }

  async #stored(): Promise<TokenPair> {
    if (this.#unsaved) await this.#keep(this.#unsaved)
    this.#known = await this.#settings.store.load()
    if (this.#known) return this.#known
    throw new NoToken({ kind: 'our-fault', detail: 'no Zalo tokens in the store' })
  }

  /** Zalo has already rotated: a pair the store could not take yet is held on to, and tried again first. */
  async #keep(pair: TokenPair): Promise<void> {
    this.#known = this.#unsaved = pair
    await this.#settings.store.save(pair)
    this.#unsaved = undefined
  }

  #usable(): string | undefined {
    const { accessToken, expiresAt } = this.#known ?? {}
    const endsAt = expiresAt?.getTime() ?? Infinity
    return endsAt - SPARE_MS > this.#settings.clock.now().getTime() ? accessToken : undefined
  }
}

function mustConsentAgain(): NoToken {
  return new NoToken({
    kind: 'our-fault',
    detail: 'Zalo refused our refresh token: the OA must consent again',
  })
}
