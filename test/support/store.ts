import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe } from 'vitest'
import { openInMemory } from '../../src/adapters/postgres/database/embedded-folder.ts'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { type Store, storeOn } from '../../src/adapters/postgres/store.ts'
import type { Backing } from '../../src/adapters/postgres/database/backing.ts'
import type { Db } from '../../src/adapters/postgres/database/schema.ts'
import type { Clock } from '../../src/ports.ts'
import { describeNeeding, postgresServer } from './needs.ts'

const { version: pgliteVersion } = JSON.parse(
  readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8'),
) as { version: string } // every package has one

export const testKey = Buffer.alloc(32, 7).toString('base64')

/** Where one test's store lives, and how to make it go away again. */
export interface TestPlace {
  readonly place: StorePlace
  remove(): Promise<void>
}

/** Made once for this version of PGlite: a first start from nothing takes seconds, from a dump a fraction. */
const emptyDump = join('node_modules', '.cache', `an-sinh-empty-${pgliteVersion}.tar.gz`)

export async function newFolder(): Promise<TestPlace & { readonly dataDir: string }> {
  if (!existsSync(emptyDump)) {
    await makeEmptyDump()
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-store-'))
  const remove = async () => rmSync(dataDir, { recursive: true, force: true })
  return { place: { dataDir, startFrom: emptyDump }, dataDir, remove }
}

/** With no table in it: tests also run the migrations. */
async function makeEmptyDump(): Promise<void> {
  mkdirSync(dirname(emptyDump), { recursive: true })
  const pglite = await openInMemory()
  const part = `${emptyDump}.${process.pid}`
  writeFileSync(part, await pglite.dump())
  renameSync(part, emptyDump)
  await pglite.close()
}

/** A database of its own on the test server. */
export async function newDatabase(): Promise<TestPlace> {
  const name = `an_sinh_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  const url = new URL(postgresServer)
  url.pathname = `/${name}`
  return {
    place: { databaseUrl: url.toString() },
    remove: () => onServer(`drop database if exists ${name} with (force)`),
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresServer })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** The real clock, moved: tests about tomorrow do not wait for it. */
export function movableClock(): Clock & { move(ms: number): void } {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    move(ms) {
      ahead += ms
    },
  }
}

const backings = new WeakMap<Store, Backing>()

export async function openTestStore(
  place: StorePlace,
  clock: Clock = { now: () => new Date() },
  piiKey = testKey,
): Promise<Store> {
  const backing = await openBacking(place)
  try {
    const store = await storeOn(backing, { piiKey, clock, retentionDays: 90, failed: () => undefined })
    backings.set(store, backing)
    return store
  } catch (error) {
    await backing.close()
    throw error
  }
}

/** The tables under a test store, to see what is really in them. */
export function tablesOf(store: Store): Db {
  const backing = backings.get(store)
  if (!backing) throw new Error('not a test store')
  return backing.db
}

/** Every row of a table, as JSON would show it. */
export async function rowsOf(
  store: Store,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(table)}`.execute(
    tablesOf(store),
  )
  return rows
}

export async function jobsOf(
  store: Store,
  queue: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await rowsOf(store, 'pgboss.job')
  return rows.filter(({ name }) => name === queue)
}

/** The same promises on both databases. */
export async function describeOnBothStores(
  name: string,
  suite: (newPlace: () => Promise<TestPlace>) => void,
): Promise<void> {
  describe(`${name} on the embedded store`, () => suite(newFolder))
  await describeNeeding('PostgreSQL', `${name} on PostgreSQL`, () => suite(newDatabase))
}
