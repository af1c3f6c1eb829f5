import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * PostgreSQL inside this process, under DATA_DIR/db. Survives crashes and restarts, not power cuts (it never syncs).
 * An empty folder may begin as a copy of `startFrom` (see makeEmptyDump): making a database takes seconds.
 */
export async function openEmbedded(dataDir: string, startFrom?: string): Promise<Backing> {
  const unlock = lockFolder(dataDir)
  try {
    const folder = join(dataDir, 'db')
    if (!existsSync(folder)) await makeFolder(folder, startFrom)
    return backing(await PGlite.create({ dataDir: folder, postgresqlconf }), dataDir, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Under another name first: a start that was cut short leaves no half database behind. */
async function makeFolder(folder: string, dump: string | undefined): Promise<void> {
  const part = `${folder}.new`
  rmSync(part, { recursive: true, force: true })
  const from = dump === undefined ? {} : { loadDataDir: dumpIn(dump) }
  const pglite = await PGlite.create({ dataDir: part, postgresqlconf, ...from })
  await pglite.close()
  renameSync(part, folder)
}

const dumpIn = (file: string): Blob => new Blob([new Uint8Array(readFileSync(file))])

/** A fresh database, dumped to a file that every first start can begin with. */
export async function makeEmptyDump(file: string): Promise<void> {
  const pglite = await PGlite.create({ postgresqlconf })
  const dump = await dumpOf(pglite)
  await pglite.close()
  writeFileSync(`${file}.${process.pid}`, dump)
  renameSync(`${file}.${process.pid}`, file)
}

function backing(pglite: PGlite, dataDir: string, unlock: () => void): Backing {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kind: 'embedded',
    db,
    newBoss: () => embeddedBoss(pglite),
    async tidy() {
      for (const table of busyTables) await sql.raw(`vacuum (analyze) ${table}`).execute(db)
    },
    backups: { folder: join(dataDir, 'backups'), dump: () => dumpOf(pglite) },
    async close() {
      try {
        await db.destroy()
      } finally {
        unlock()
      }
    },
  }
}

async function dumpOf(pglite: PGlite): Promise<Uint8Array> {
  const file = await pglite.dumpDataDir('gzip')
  return new Uint8Array(await file.arrayBuffer())
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
  const restored = join(dataDir, 'db.restored')
  const before = join(dataDir, 'db.before-restore')
  try {
    await makeFolder(restored, file)
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
