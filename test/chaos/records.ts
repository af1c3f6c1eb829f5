import { sql } from 'kysely'
import type { Db } from '../../src/adapters/postgres/database/schema.ts'
import { type Answered, answeredIn } from './witness-log.ts'

/** What the store holds once everything is quiet. */
export interface Records {
  readonly events: readonly {
    readonly external_id: string
    readonly state: string
    readonly person_id: string
  }[]
  readonly answered: readonly Answered[]
  readonly outbox: readonly {
    readonly person_id: string
    readonly seq: number
    readonly state: string
    readonly platform_id: string | null
    readonly failure: string | null
  }[]
  readonly versions: readonly { readonly person_id: string; readonly version: number }[]
  readonly leads: readonly {
    readonly id: string
    readonly code: string
    readonly person_id: string
    readonly agent_id: string | null
  }[]
  /** Leads whose agent will be told later: at night nobody is. */
  readonly tellsWaiting: ReadonlySet<string>
  readonly deadLetters: number
  readonly stuckJobs: number
}

export async function readRecords(db: Db): Promise<Records> {
  const { rows: stuck } = await sql<{ n: number }>`
    select count(*)::int as n from pgboss.job where state = 'failed'`.execute(db)
  const { rows: tells } = await sql<{ key: string }>`
    select singleton_key as key from pgboss.job where name = 'lead-deliver' and state in ('created', 'retry')`.execute(
    db,
  )
  return {
    events: await db.selectFrom('inbound_event').select(['external_id', 'state', 'person_id']).execute(),
    answered: await answeredIn(db),
    outbox: await db
      .selectFrom('outbox')
      .select(['person_id', 'seq', 'state', 'platform_id', 'failure'])
      .orderBy('seq')
      .execute(),
    versions: await db.selectFrom('session').select(['person_id', 'version']).execute(),
    leads: await db.selectFrom('lead').select(['id', 'code', 'person_id', 'agent_id']).execute(),
    tellsWaiting: new Set(tells.map(({ key }) => key)),
    deadLetters: (await db.selectFrom('dead_letter').select('event_id').execute()).length,
    stuckJobs: stuck[0]?.n ?? 0,
  }
}
