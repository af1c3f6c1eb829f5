import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fromPglite, PgBoss } from 'pg-boss'
import type { Backing } from './backing.ts'
import { lockFolder } from './lock-file.ts'
import type { Database } from './schema.ts'

/** Keeps the program under 250 MB instead of 360; the tables of a pilot fit easily. */
const postgresqlconf = ['shared_buffers=16MB']

const busyTables = [
  'pgboss.job_common',
  'pgboss.job',
  'session',
  'outbox',
  'inbound_event',
  'lead',
  'lead_fact',
]

/** PostgreSQL inside this process, under DATA_DIR/db. Survives crashes and restarts, not power cuts (it never syncs). */
export async function openEmbedded(dataDir: string): Promise<Backing> {
  const unlock = lockFolder(dataDir)
  try {
    const pglite = await PGlite.create({ dataDir: join(dataDir, 'db'), postgresqlconf })
    return backing(pglite, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function backing(pglite: PGlite, unlock: () => void): Backing {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kind: 'embedded',
    db,
    newBoss: () => embeddedBoss(pglite),
    async tidy() {
      for (const table of busyTables) await sql.raw(`vacuum (analyze) ${table}`).execute(db)
    },
    async dump() {
      const file = await pglite.dumpDataDir('gzip')
      return new Uint8Array(await file.arrayBuffer())
    },
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
function embeddedBoss(pglite: PGlite): PgBoss {
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

/** Puts a dump in the place of the embedded database; what was there is kept beside it until the next restore. */
export async function restoreEmbedded(dataDir: string, file: string): Promise<void> {
  const unlock = lockFolder(dataDir)
  const live = join(dataDir, 'db')
  const restored = join(dataDir, 'db.restoring')
  const before = join(dataDir, 'db.before-restore')
  try {
    rmSync(restored, { recursive: true, force: true })
    const loadDataDir = new Blob([new Uint8Array(readFileSync(file))])
    const pglite = await PGlite.create({ dataDir: restored, loadDataDir, postgresqlconf })
    await pglite.query('select 1 from inbound_event limit 1')
    await pglite.close()
    rmSync(before, { recursive: true, force: true })
    moveIfThere(live, before)
    renameSync(restored, live)
  } finally {
    unlock()
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
