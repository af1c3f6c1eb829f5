import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { restoreEmbedded } from '../../src/adapters/postgres/database/embedded-folder.ts'
import { describeNeeding } from '../support/needs.ts'
import { movableClock, newFolder, openTestStore, rowsOf } from '../support/store.ts'
import { bareDatabase } from '../support/store-places.ts'
import { noBody, typed } from '../support/store-work.ts'

const DAY_MS = 24 * 3_600_000

test('a backup brings back what was there, and keeps what it replaces beside it', async () => {
  const { place, remove } = await newFolder()
  const { dataDir } = place
  const store = await openTestStore(place)
  await store.inbox.accept([typed('bác Tư', 'trước')], noBody)
  const file = (await store.backUp()) ?? ''
  await store.inbox.accept([typed('bác Năm', 'sau')], noBody)
  await expect(restoreEmbedded(dataDir, file)).rejects.toThrow(/DATA_DIR/) // not while it is open
  await store.close()
  await restoreEmbedded(dataDir, file)
  const restored = await openTestStore(place)
  const people = await rowsOf(restored, 'person')
  const talks = await restored.turns.load(people.map(({ id }) => String(id)))
  expect(talks.map(({ who }) => who.id)).toEqual(['bác Tư'])
  expect(existsSync(join(dataDir, 'db.before-restore'))).toBe(true)
  await restored.close()
  await remove()
}, 60_000)

test('a file that is no backup leaves the store as it was', async () => {
  const { place, remove } = await newFolder()
  const { dataDir } = place
  const store = await openTestStore(place)
  await store.inbox.accept([typed('bác Tư', 'trước')], noBody)
  await store.close()
  for (const other of ['not a backup', gzipSync('no tar of a database')]) {
    writeFileSync(join(dataDir, 'x.tar.gz'), other)
    await expect(restoreEmbedded(dataDir, join(dataDir, 'x.tar.gz'))).rejects.toThrow()
  }
  const after = await openTestStore(place)
  expect(await rowsOf(after, 'person')).toHaveLength(1)
  await after.close()
  await remove()
}, 60_000)

test('the last 24 backups are kept, for their owner’s eyes only', async () => {
  const { place, remove } = await newFolder()
  const { dataDir } = place
  const clock = movableClock()
  const store = await openTestStore(place, clock)
  const folder = join(dataDir, 'backups')
  mkdirSync(folder)
  for (let hour = 0; hour < 30; hour += 1) {
    writeFileSync(join(folder, `2020-01-01T${String(hour).padStart(2, '0')}-00-00-000Z.tar.gz`), '')
  }
  const newest = (await store.backUp()) ?? ''
  await store.close()
  const kept = readdirSync(folder).toSorted()
  expect(kept).toHaveLength(24)
  expect(kept.at(-1)).toBe(newest.slice(folder.length + 1))
  expect(statSync(newest).mode & 0o777).toBe(0o600)
  await remove()
}, 60_000)

test('tidying drops finished rows after a month, and a talk after the days the privacy page promises', async () => {
  const { place, remove } = await newFolder()
  const clock = movableClock()
  const store = await openTestStore(place, clock)
  await store.inbox.accept([typed('bác Tư', 'còn đợi')], noBody)
  await store.inbox.accept([typed('bác Năm', 'xong')], noBody)
  const done = (await rowsOf(store, 'inbound_event')).at(-1)
  const [talk] = await store.turns.load([String(done?.['person_id'])])
  if (!talk) throw new Error('nothing waits')
  const { person, version, waiting } = talk
  const turn = {
    person,
    version,
    channel: 'zalo',
    session: 's',
    replies: [],
    leads: [],
    notices: [],
    notes: [],
    heardAt: clock.now(),
  } as const
  await store.turns.commit({ ...turn, answered: waiting.map(({ id }) => id) })
  await store.tidy()
  expect(await rowsOf(store, 'inbound_event')).toHaveLength(2)
  clock.move(31 * DAY_MS)
  await store.tidy()
  expect((await rowsOf(store, 'inbound_event')).map(({ state }) => state)).toEqual(['waiting'])
  clock.move(58 * DAY_MS)
  await store.tidy()
  expect(await rowsOf(store, 'session')).toHaveLength(1)
  clock.move(2 * DAY_MS)
  await store.tidy()
  expect(await rowsOf(store, 'session')).toHaveLength(0)
  expect(await rowsOf(store, 'inbound_event')).toHaveLength(1)
  await store.close()
  await remove()
}, 60_000)

await describeNeeding('PostgreSQL', 'a PostgreSQL store', () => {
  test('leaves backups to its administrators, and can be opened by two servers at once', async () => {
    const { place, remove } = await bareDatabase()
    const [one, two] = await Promise.all([openTestStore(place), openTestStore(place)])
    await one.inbox.accept([typed('bác Tư', 'chào')], noBody)
    expect(await rowsOf(two, 'person')).toHaveLength(1)
    expect(await one.backUp()).toBeUndefined()
    await Promise.all([one.close(), two.close()])
    await remove()
  }, 60_000)
})
