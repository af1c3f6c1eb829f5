import { sql } from 'kysely'
import type { Clock } from '../../ports.ts'
import type { Figures } from '../../watch/watch.ts'
import type { Db } from './database/schema.ts'

interface Counted {
  readonly waiting: number
  readonly oldest: Date | null
  readonly oldest_out: Date | null
  readonly dead: number
  readonly requests: number
}

/** A few counts over small or indexed parts of the tables: nothing here grows with what was answered long ago. */
export async function figures({ db, clock }: { db: Db; clock: Clock }): Promise<Figures> {
  const now = clock.now()
  const { rows } = await sql<Counted>`
    select
      (select count(*)::int from inbound_event where state = 'waiting') as waiting,
      (select min(received_at) from inbound_event where state = 'waiting') as oldest,
      (select min(written_at) from outbox where state in ('waiting', 'sending')) as oldest_out,
      (select count(*)::int from dead_letter) as dead,
      (select count(*)::int from data_request where done_at is null) as requests`.execute(db)
  const [counted] = rows
  return {
    waiting: counted?.waiting ?? 0,
    oldestWaitingSeconds: secondsSince(counted?.oldest, now),
    oldestOutboxSeconds: secondsSince(counted?.oldest_out, now),
    deadLetters: counted?.dead ?? 0,
    openDataRequests: counted?.requests ?? 0,
    outbox: await byState(db, sql`outbox where state <> 'sent'`),
    openLeads: await byState(db, sql`lead where state <> 'closed'`),
    tokens: await tokens(db, now),
  }
}

async function byState(db: Db, rowsOf: ReturnType<typeof sql>): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from ${rowsOf} group by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

async function tokens(db: Db, now: Date): Promise<Figures['tokens']> {
  const rows = await db.selectFrom('zalo_token').select(['oa', 'state', 'updated_at']).execute()
  return rows.map(({ oa, state, updated_at }) => ({
    ...{ oa, live: state === 'live' },
    ageSeconds: secondsSince(updated_at, now),
  }))
}

function secondsSince(at: Date | string | null | undefined, now: Date): number {
  return at ? Math.max(0, (now.getTime() - new Date(at).getTime()) / 1000) : 0
}
