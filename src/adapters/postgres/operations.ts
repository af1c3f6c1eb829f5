import { sql } from 'kysely'
import type { FailedSends, Operations, PageTraffic, StrangeCallers } from '../../staff/operations.ts'
import type { Clock } from '../../ports.ts'
import type { Db } from './database/schema.ts'
import { openZaloQuotas } from './zalo-quotas.ts'

const DAY_MS = 24 * 3_600_000
const WEEK_MS = 7 * DAY_MS
const MONTH_MS = 30 * DAY_MS

export function openOperations({ db, clock }: { db: Db; clock: Clock }): Operations {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)
  return {
    traffic: () => traffic(db, ago(DAY_MS)),
    quotas: () => openZaloQuotas({ db, clock }).list(),
    failedSends: () => failedSends(db, ago(WEEK_MS)),
    strangeCallers: () => strangeCallers(db, ago(MONTH_MS)),
  }
}

/** Ids of events begin with their time: the last day is a stretch at the end of the primary key. */
async function traffic(db: Db, since: Date): Promise<readonly PageTraffic[]> {
  const { rows } = await sql<Omit<PageTraffic, 'lastAt'> & { readonly last_at: Date | string }>`
    select channel, desk, max(received_at) as last_at, count(*)::int as messages from inbound_event
    where id >= ${firstIdAt(since)}::uuid group by channel, desk order by channel, desk`.execute(db)
  return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: new Date(last_at) }))
}

function firstIdAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

async function failedSends(db: Db, since: Date): Promise<readonly FailedSends[]> {
  const { rows } = await sql<Omit<FailedSends, 'lastAt'> & { readonly last_at: Date | string }>`
    select p.channel, o.state, coalesce(o.failure, '') as reason, count(*)::int as messages, max(o.settled_at) as last_at
    from outbox o join person p on p.id = o.person_id
    where o.state in ('not-allowed-now', 'person-left', 'our-fault') and o.settled_at >= ${since}
    group by p.channel, o.state, o.failure order by messages desc, reason limit 100`.execute(db)
  return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: new Date(last_at) }))
}

/** Days are those of Viet Nam (UTC+7, no daylight saving). */
async function strangeCallers(db: Db, since: Date): Promise<readonly StrangeCallers[]> {
  type Row = Omit<StrangeCallers, 'commune' | 'pattern'> & {
    readonly commune_code: string | null
    readonly pattern: string | null
  }
  const { rows } = await sql<Row>`
    select ((at at time zone 'UTC') + interval '7 hours')::date::text as day, commune_code, pattern, verdict,
      count(*)::int as times
    from scam_report where at >= ${since} group by 1, 2, 3, 4
    order by day desc, times desc, commune_code, pattern limit 1000`.execute(db)
  return rows.map(({ commune_code, pattern, ...row }) => ({
    ...row,
    commune: commune_code ?? undefined,
    pattern: pattern ?? undefined,
  }))
}
