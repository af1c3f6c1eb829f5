import { Kysely, PGliteDialect, sql } from 'kysely'
import { fromPglite, PgBoss } from 'pg-boss'
import type { Backing } from './backing.ts'
import type { OpenFolder } from './embedded-folder.ts'
import type { PgliteInThread } from './pglite-in-thread.ts'
import type { Database } from './schema.ts'

const busyTables = [
  'pgboss.job_common',
  'pgboss.job',
  'session',
  'outbox',
  'inbound_event',
  'lead',
  'lead_fact',
  'visit',
  'day_count',
  'day_count_new',
  'entry_month',
]

/** What the store stands on when there is no server. */
export function embeddedIn({ pglite, backups, unlock }: OpenFolder): Backing {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kind: 'embedded',
    db,
    newBoss: () => embeddedBoss(pglite),
    async tidy() {
      for (const table of busyTables) await sql.raw(`vacuum (analyze) ${table}`).execute(db)
    },
    backups: { folder: backups, dump: () => pglite.dump() },
    async close() {
      try {
        await db.destroy()
      } finally {
        unlock()
      }
    },
  }
}

/** One connection, no other servers: what pg-boss does for a fleet is switched off. */
function embeddedBoss(pglite: PgliteInThread): PgBoss {
  return new PgBoss({
    db: fromPglite(pglite),
    backend: 'pglite',
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  })
}
