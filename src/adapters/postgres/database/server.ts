import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Backing } from './backing.ts'
import type { Database } from './schema.ts'

const POOL = 10
const BOSS_POOL = 5
const CONNECT_WITHIN_MS = 5_000
const INT8 = 20 // pg answers int8 as text, PGlite as a number: make them the same

/** A PostgreSQL server. Its administrators vacuum and back it up. */
export function openServer(connectionString: string): Backing {
  const pool = new pg.Pool({
    connectionString,
    max: POOL,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: sameTypes(),
  })
  pool.on('error', () => undefined) // an idle connection broke: the pool opens another
  // One in use broke: its query rejects, and the pool takes it away. Without a listener Node would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'server',
    db,
    newBoss: () => serverBoss(connectionString),
    tidy: async () => undefined,
    backups: undefined,
    close: () => db.destroy(),
  }
}

function sameTypes() {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  return types
}

function serverBoss(connectionString: string): PgBoss {
  return new PgBoss({
    connectionString,
    max: BOSS_POOL,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    openTelemetry: { enabled: false },
  })
}
