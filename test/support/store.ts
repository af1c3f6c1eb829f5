import { sql } from 'kysely'
import { describe } from 'vitest'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { type Store, storeOn } from '../../src/adapters/postgres/store.ts'
import type { Backing } from '../../src/adapters/postgres/database/backing.ts'
import type { Db } from '../../src/adapters/postgres/database/schema.ts'
import type { Clock } from '../../src/ports.ts'
import { describeNeeding } from './needs.ts'
import { newDatabase, newFolder, type TestPlace } from './store-places.ts'

export { newDatabase, newFolder, type TestPlace }

export const testKey = Buffer.alloc(32, 7).toString('base64')

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
