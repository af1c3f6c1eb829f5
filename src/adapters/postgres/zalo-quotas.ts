import { sql } from 'kysely'
import type { Clock } from '../../ports.ts'
import type { QuotaSaid, TemplateQuota } from '../../staff/operations.ts'
import type { Db } from './database/schema.ts'

/** What Zalo last said of each Official Account's templates. */
export interface ZaloQuotas {
  note(oa: string, said: QuotaSaid): Promise<void>
  list(): Promise<readonly TemplateQuota[]>
}

export function openZaloQuotas({ db, clock }: { readonly db: Db; readonly clock: Clock }): ZaloQuotas {
  return {
    async note(oa, { daily, remaining }) {
      const noted_at = clock.now()
      await sql`
        insert into zalo_quota (oa, daily, remaining, noted_at)
        values (${oa}, ${daily ?? null}, ${remaining ?? null}, ${noted_at})
        on conflict (oa) do update set daily = coalesce(excluded.daily, zalo_quota.daily),
          remaining = coalesce(excluded.remaining, zalo_quota.remaining), noted_at = excluded.noted_at`.execute(
        db,
      )
    },
    async list() {
      const rows = await db.selectFrom('zalo_quota').selectAll().orderBy('oa').execute()
      return rows.map(({ oa, daily, remaining, noted_at: at }) => ({
        ...{ oa, at },
        ...(daily !== null && { daily }),
        ...(remaining !== null && { remaining }),
      }))
    },
  }
}
