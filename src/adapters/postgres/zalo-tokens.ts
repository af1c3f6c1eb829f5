import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../ports.ts'
import type { Db } from './database/schema.ts'
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
  readonly state: 'live' | 'needs-reauth'
  readonly keptAt: Date
}

/** The newest token pair of one Official Account, sealed; whoever renews it holds its lock. */
export interface ZaloTokens {
  load(): Promise<KeptZaloTokens | undefined>
  /** The pair an operator wrote into the settings: counts once, and again when they write another. */
  seed(pair: ZaloTokenPair): Promise<void>
  /** The pair an administrator's consent brought. */
  put(pair: ZaloTokenPair): Promise<void>
  lock(holder: string, forMs: number): Promise<boolean>
  unlock(holder: string): Promise<void>
  replace(spent: string, pair: ZaloTokenPair): Promise<boolean>
  markLost(spent: string): Promise<void>
}

const PLACE = 'zalo_token.pair'

export function openZaloTokens(
  { db, vault, clock }: { db: Db; vault: Vault; clock: Clock },
  oa: string,
): ZaloTokens {
  const hashOf = (refreshToken: string) => vault.hash('token', refreshToken)
  const columnsOf = (tokens: ZaloTokenPair) => ({
    sealed_pair: vault.secrets.seal(PLACE, JSON.stringify(tokens)),
    refresh_hash: hashOf(tokens.refreshToken),
    state: 'live' as const,
    updated_at: clock.now(),
  })
  const row = db.selectFrom('zalo_token').where('oa', '=', oa)
  /** A pair kept by an earlier release, which hashed nothing. */
  const markKept = (refresh_hash: string) =>
    db
      .updateTable('zalo_token')
      .set({ refresh_hash })
      .where('oa', '=', oa)
      .where('refresh_hash', '=', '')
      .execute()
  return {
    async load() {
      const kept = await row.selectAll().executeTakeFirst()
      if (!kept) return undefined
      const { sealed_pair, state, updated_at: keptAt, refresh_hash } = kept
      const tokens = pairOf(vault.secrets.open(PLACE, sealed_pair))
      if (refresh_hash === '') await markKept(hashOf(tokens.refreshToken))
      return { pair: tokens, state, keptAt }
    },
    async seed(tokens) {
      const given = { ...columnsOf(tokens), seed_hash: hashOf(tokens.refreshToken) }
      await db
        .insertInto('zalo_token')
        .values({ oa, ...given })
        .onConflict((conflict) =>
          conflict
            .column('oa')
            .doUpdateSet(given)
            .where(({ or, and, eb }) =>
              or([
                eb('zalo_token.seed_hash', '<>', given.seed_hash),
                and([eb('zalo_token.seed_hash', 'is', null), eb('zalo_token.state', '=', 'needs-reauth')]),
              ]),
            ),
        )
        .execute()
    },
    async put(tokens) {
      const given = columnsOf(tokens)
      await db
        .insertInto('zalo_token')
        .values({ oa, ...given })
        .onConflict((conflict) => conflict.column('oa').doUpdateSet(given))
        .execute()
    },
    ...locked(db, oa),
    async replace(spent, tokens) {
      const changed = await db
        .updateTable('zalo_token')
        .set(columnsOf(tokens))
        .where('oa', '=', oa)
        .where('refresh_hash', '=', hashOf(spent))
        .executeTakeFirst()
      return changed.numUpdatedRows > 0n
    },
    async markLost(spent) {
      await db
        .updateTable('zalo_token')
        .set({ state: 'needs-reauth' })
        .where('oa', '=', oa)
        .where('refresh_hash', '=', hashOf(spent))
        .execute()
    },
  }
}

/** By the clock of the database: servers' own may differ. */
function locked(db: Db, oa: string): Pick<ZaloTokens, 'lock' | 'unlock'> {
  return {
    async lock(holder, forMs) {
      const { rows } = await sql`
        update zalo_token set holder = ${holder}, held_until = now() + ${forMs} * interval '1 millisecond'
        where oa = ${oa} and (holder is null or held_until < now()) returning oa`.execute(db)
      return rows.length > 0
    },
    async unlock(holder) {
      await db
        .updateTable('zalo_token')
        .set({ holder: null, held_until: null })
        .where('oa', '=', oa)
        .where('holder', '=', holder)
        .execute()
    },
  }
}

function pairOf(text: string): ZaloTokenPair {
  const { accessToken, refreshToken, expiresAt } = pair.parse(JSON.parse(text))
  return { refreshToken, ...(accessToken && { accessToken }), ...(expiresAt && { expiresAt }) }
}
