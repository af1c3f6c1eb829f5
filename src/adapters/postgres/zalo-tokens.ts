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

/** The newest token pair of one Official Account, sealed. */
export interface ZaloTokens {
  load(): Promise<ZaloTokenPair | undefined>
  save(pair: ZaloTokenPair): Promise<void>
}

const PLACE = 'zalo_token.pair'

export function openZaloTokens(
  { db, vault, clock }: { db: Db; vault: Vault; clock: Clock },
  oa: string,
): ZaloTokens {
  return {
    async load() {
      const row = await db
        .selectFrom('zalo_token')
        .select('sealed_pair')
        .where('oa', '=', oa)
        .executeTakeFirst()
      return row && pairOf(vault.secrets.open(PLACE, row.sealed_pair))
    },
    async save(tokens) {
      const row = { sealed_pair: vault.secrets.seal(PLACE, JSON.stringify(tokens)), updated_at: clock.now() }
      await db
        .insertInto('zalo_token')
        .values({ oa, ...row })
        .onConflict((conflict) => conflict.column('oa').doUpdateSet(row))
        .execute()
    },
  }
}

function pairOf(text: string): ZaloTokenPair {
  const { accessToken, refreshToken, expiresAt } = pair.parse(JSON.parse(text))
  return { refreshToken, ...(accessToken && { accessToken }), ...(expiresAt && { expiresAt }) }
}
