import { sql, type Updateable } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../ports.ts'
import type { Database, Db } from './database/schema.ts'
import type { Vault } from './sealing/vault.ts'

const pair = z.object({
  accessToken: z.string().optional(),
  refreshToken: z.string(),
  expiresAt: z.coerce.date().optional(),
})

/** A refresh token works once, so the pair is kept whole. */
export interface ZaloTokenPair {
  readonly accessToken?: string
  readonly refreshToken: string
  readonly expiresAt?: Date
}

export interface KeptZaloTokens {
  readonly pair: ZaloTokenPair
  readonly state: 'live' | 'pending' | 'needs-reauth'
  readonly keptAt: Date
}

interface TokenParts {
  readonly db: Db
  readonly vault: Vault
  readonly clock: Clock
}

const PLACE = 'zalo_token.pair'

/** The newest token pair of one Official Account, sealed; whoever renews it holds its lock. */
export class ZaloTokens {
  readonly #parts: TokenParts
  readonly #oa: string

  constructor(parts: TokenParts, oa: string) {
    this.#parts = parts
    this.#oa = oa
  }

  async load(): Promise<KeptZaloTokens | undefined> {
    const { db, vault } = this.#parts
    const kept = await db.selectFrom('zalo_token').selectAll().where('oa', '=', this.#oa).executeTakeFirst()
    if (!kept) return undefined
    const { sealed_pair, updated_at: keptAt, refresh_hash, renewing_since } = kept
    const state = kept.state === 'live' && renewing_since !== null ? 'pending' : kept.state
    const tokens = pairOf(vault.secrets.open(PLACE, sealed_pair))
    if (refresh_hash === '') await this.#hash(tokens.refreshToken)
    return { pair: tokens, state, keptAt }
  }

  /** The pair an operator wrote into the settings: counts once, and again when they write another. */
  async seed(tokens: ZaloTokenPair): Promise<void> {
    const given = { ...this.#columns(tokens), seed_hash: this.#hashOf(tokens.refreshToken) }
    await this.#parts.db
      .insertInto('zalo_token')
      .values({ oa: this.#oa, ...given })
      .onConflict((conflict) =>
        conflict
          .column('oa')
          .doUpdateSet(given)
          .where((at) =>
            at.or([
              at('zalo_token.seed_hash', '<>', given.seed_hash),
              at.and([at('zalo_token.seed_hash', 'is', null), at('zalo_token.state', '=', 'needs-reauth')]),
            ]),
          ),
      )
      .execute()
  }

  /** The pair an administrator's consent brought. */
  async put(tokens: ZaloTokenPair): Promise<void> {
    const given = this.#columns(tokens)
    await this.#parts.db
      .insertInto('zalo_token')
      .values({ oa: this.#oa, ...given })
      .onConflict((conflict) => conflict.column('oa').doUpdateSet(given))
      .execute()
  }

  /** Takes the lock for so long, by the clock of the database: servers' own may differ. */
  async lock(holder: string, forMs: number): Promise<boolean> {
    const { rows } = await sql`
      update zalo_token set holder = ${holder}, held_until = now() + ${forMs} * interval '1 millisecond'
      where oa = ${this.#oa} and (holder is null or held_until < now()) returning oa`.execute(this.#parts.db)
    return rows.length > 0
  }

  async unlock(holder: string): Promise<void> {
    await this.#change({ holder: null, held_until: null }).where('holder', '=', holder).execute()
  }

  async renewing(spent: string, state: 'begun' | 'over'): Promise<void> {
    const since = state === 'begun' ? this.#parts.clock.now() : null
    await this.#change({ renewing_since: since }).where('refresh_hash', '=', this.#hashOf(spent)).execute()
  }

  async replace(spent: string, tokens: ZaloTokenPair): Promise<boolean> {
    const change = this.#change(this.#columns(tokens)).where('refresh_hash', '=', this.#hashOf(spent))
    return (await change.executeTakeFirst()).numUpdatedRows > 0n
  }

  async markLost(spent: string): Promise<void> {
    await this.#change({ state: 'needs-reauth' }).where('refresh_hash', '=', this.#hashOf(spent)).execute()
  }

  /** A pair kept by an earlier release, which hashed nothing. */
  async #hash(refreshToken: string): Promise<void> {
    await this.#change({ refresh_hash: this.#hashOf(refreshToken) })
      .where('refresh_hash', '=', '')
      .execute()
  }

  #change(columns: Updateable<Database['zalo_token']>) {
    return this.#parts.db.updateTable('zalo_token').set(columns).where('oa', '=', this.#oa)
  }

  #columns(tokens: ZaloTokenPair) {
    const sealed_pair = this.#parts.vault.secrets.seal(PLACE, JSON.stringify(tokens))
    const refresh_hash = this.#hashOf(tokens.refreshToken)
    const updated_at = this.#parts.clock.now()
    return { sealed_pair, refresh_hash, state: 'live' as const, renewing_since: null, updated_at }
  }

  #hashOf(refreshToken: string): string {
    return this.#parts.vault.hash('token', refreshToken)
  }
}

function pairOf(text: string): ZaloTokenPair {
  const { accessToken, refreshToken, expiresAt } = pair.parse(JSON.parse(text))
  return { refreshToken, ...(accessToken && { accessToken }), ...(expiresAt && { expiresAt }) }
}
