import { randomUUID } from 'node:crypto'
import { exchangeToken, type FreshPair, TOKEN_TIMEOUT_MS, type TokenEndpoint } from './exchange-token.ts'
import { type KeptTokens, NoToken, type TokenSource, type TokenStore } from './token-source.ts'

export interface TokenSettings extends TokenEndpoint {
  readonly store: TokenStore
  /** Hears of every new pair, and of a grant that is lost ('cut-off': by a renewal that died). Never given a token. */
  readonly tell?: (event: 'renewed' | 'needs-reauth' | 'cut-off') => void
}

/** A token source that is also looked after between sends. */
export interface TendedTokens extends TokenSource {
  /** Renews a pair that is half a day old, so that one run that fails does no harm. Throws NoToken. */
  tend(): Promise<void>
}

const SPARE_MS = 60_000 // a token this close to its end may die on the way
const RENEW_AFTER_MS = 12 * 3_600_000 // twice in the life of a token (25 h)
const LOCKED_FOR_MS = 3 * TOKEN_TIMEOUT_MS
const SOMEONE_IS_AT_IT_MS = 1_000
const HELD_MS = 2 * 60_000

/**
 * Access tokens of one OA. The refresh token is spent under a lock all processes share and that outlives the call; a new
 * pair takes the place of the very pair it was bought with, and is kept before it is used; nothing but a whole pair
 * overwrites the kept one. That it is to be spent is written down before: a process that dies in between leaves it pending, and
 * the next one tries it again at once. A grant that is lost holds up sends until the OA has consented again, but for as long
 * as its last access token lives.
 */
export function zaloTokenSource(settings: TokenSettings): TendedTokens {
  return new ZaloTokenSource(settings)
}

class ZaloTokenSource implements TendedTokens {
  readonly #settings: TokenSettings
  readonly #holder = randomUUID()
  #kept: KeptTokens | undefined
  #dead: string | undefined // Zalo refused it, whatever its time
  #unsaved: { readonly spent: string; readonly pair: FreshPair } | undefined
  #refreshing: { readonly refused: string | undefined; readonly token: Promise<string> } | undefined

  constructor(settings: TokenSettings) {
    this.#settings = settings
  }

  async current(): Promise<string> {
    await this.#saveUnsaved()
    return this.#usable() ?? this.#share(undefined)
  }

  refresh(refused: string): Promise<string> {
    this.#dead = refused
    return this.#share(refused)
  }

  async tend(): Promise<void> {
    await this.#reload()
    const { keptAt, pair, state } = this.#living()
    const isOld =
      pair.expiresAt === undefined || this.#now() - keptAt.getTime() >= RENEW_AFTER_MS || state === 'pending'
    if (isOld || this.#usable() === undefined) await this.#share(pair.accessToken)
  }

  /**
   * One renewal at a time. Whoever was refused another token than the one being renewed waits for that and then asks for
   * themselves: the outcome may be the very token that was refused them.
   */
  #share(refused: string | undefined): Promise<string> {
    const running = this.#refreshing
    if (running?.refused === refused && running !== undefined) return running.token
    const before = running?.token.catch(() => undefined) ?? Promise.resolve()
    const token = before.then(() => this.#renew(refused))
    const mine = { refused, token }
    this.#refreshing = mine
    const over = () => void (this.#refreshing === mine && (this.#refreshing = undefined))
    token.then(over, over)
    return token
  }

  async #renew(refused: string | undefined): Promise<string> {
    const renewed = await this.#renewedMeanwhile(refused)
    if (renewed !== undefined) return renewed
    const { store } = this.#settings
    if (!(await store.lock(this.#holder, LOCKED_FOR_MS))) throw someoneIsAtIt()
    try {
      return (await this.#renewedMeanwhile(refused)) ?? (await this.#spend())
    } finally {
      await store.unlock(this.#holder).catch(() => undefined) // the store is away: the lock ends by itself
    }
  }

  /** Another process may have done it between our failure and now. */
  async #renewedMeanwhile(refused: string | undefined): Promise<string | undefined> {
    await this.#reload()
    const usable = this.#usable()
    if (usable !== undefined && usable !== refused) return usable
    this.#living()
    return undefined
  }

  async #spend(): Promise<string> {
    const { pair: kept, state } = this.#living()
    const { refreshToken } = kept
    await this.#settings.store.renewing(refreshToken, 'begun')
    const pair = await exchangeToken(this.#settings, refreshToken).catch((error: unknown) =>
      this.#notRenewed(refreshToken, state, error),
    )
    if (pair === 'refused') return this.#lose(refreshToken, state === 'pending' ? 'cut-off' : 'needs-reauth')
    this.#unsaved = { spent: refreshToken, pair }
    await this.#saveUnsaved()
    this.#settings.tell?.('renewed')
    return this.#usable() ?? pair.accessToken
  }

  /** Zalo has already rotated: a pair the store could not take yet is held on to, and tried again first. */
  async #saveUnsaved(): Promise<void> {
    if (!this.#unsaved) return
    const { spent, pair } = this.#unsaved
    this.#kept = { pair, state: 'live', keptAt: this.#settings.clock.now() }
    const isOurs = await this.#settings.store.replace(spent, pair)
    this.#unsaved = undefined
    if (!isOurs) await this.#reload() // the OA has consented anew meanwhile: that pair counts
  }

  /** Where the call surely spent nothing, nothing is pending that was not before. */
  async #notRenewed(spent: string, before: KeptTokens['state'], error: unknown): Promise<never> {
    const isUnclear = !(error instanceof NoToken) || ('unclear' in error.failure && error.failure.unclear)
    if (!isUnclear && before === 'live') await this.#settings.store.renewing(spent, 'over')
    throw error
  }

  async #lose(spent: string, why: 'needs-reauth' | 'cut-off'): Promise<never> {
    await this.#settings.store.markLost(spent)
    await this.#reload()
    if (this.#kept?.state === 'needs-reauth') this.#settings.tell?.(why)
    throw mustConsent()
  }

  async #reload(): Promise<void> {
    await this.#saveUnsaved()
    this.#kept = await this.#settings.store.load()
  }

  #living(): KeptTokens {
    if (this.#kept && this.#kept.state !== 'needs-reauth') return this.#kept
    throw mustConsent()
  }

  #usable(): string | undefined {
    if (!this.#kept || this.#kept.pair.accessToken === this.#dead) return undefined
    const { accessToken, expiresAt } = this.#kept.pair
    return (expiresAt?.getTime() ?? Infinity) - SPARE_MS > this.#now() ? accessToken : undefined
  }

  #now(): number {
    return this.#settings.clock.now().getTime()
  }
}

/** Messages wait: they go when an administrator of the OA has consented. */
function mustConsent(): NoToken {
  const detail = 'the Official Account must consent (again): pages consent zalo OA_ID'
  return new NoToken({ kind: 'try-later', afterMs: HELD_MS, detail, untried: true })
}

function someoneIsAtIt(): NoToken {
  const detail = 'another process is renewing the Zalo token'
  return new NoToken({ kind: 'try-later', afterMs: SOMEONE_IS_AT_IT_MS, detail, untried: true })
}
