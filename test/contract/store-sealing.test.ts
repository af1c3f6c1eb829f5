import fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadOrCreatePiiKey, parsePiiKeys } from '../../src/adapters/postgres/sealing/pii-key.ts'
import { CannotOpen, seal, unseal } from '../../src/adapters/postgres/sealing/seal.ts'
import { startWork } from '../../src/work/start-work.ts'
import { demo } from '../support/store-demo.ts'
import { describeOnBothStores, newFolder, openTestStore, rowsOf, testKey } from '../support/store.ts'
import { fakeChannel, noBody, typed, workParts } from '../support/store-work.ts'

const key = Buffer.alloc(32, 1)

test('whatever is sealed comes back, for its own place and with its own key only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal(key, 'k', 'lead.details', text)
      expect(unseal(key, 'lead.details', sealed).toString('utf8')).toBe(text)
      expect(() => unseal(key, 'session.state', sealed)).toThrow(CannotOpen)
      expect(() => unseal(Buffer.alloc(32, 2), 'lead.details', sealed)).toThrow(CannotOpen)
    }),
  )
})

test('the same words sealed twice look different', () => {
  expect(seal(key, 'k', 'a', 'chào')).not.toBe(seal(key, 'k', 'a', 'chào'))
})

test('one changed byte is noticed', () => {
  const [version, id, body] = seal(key, 'k', 'a', 'chào bác').split('.')
  const bytes = Buffer.from(body ?? '', 'base64url')
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  expect(() => unseal(key, 'a', `${version}.${id}.${bytes.toString('base64url')}`)).toThrow(CannotOpen)
})

test('PII_KEY is read as base64 or hex, and anything else is refused by name', () => {
  const hex = 'ab'.repeat(32)
  expect(parsePiiKeys(hex)).toEqual(parsePiiKeys(Buffer.from(hex, 'hex').toString('base64')))
  expect(() => parsePiiKeys('quá ngắn')).toThrow(/PII_KEY/)
})

test('the key of an embedded store is made once, for its owner’s eyes only', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-key-'))
  const made = loadOrCreatePiiKey(dataDir)
  expect(loadOrCreatePiiKey(dataDir)).toBe(made)
  expect(parsePiiKeys(made).byId.size).toBe(1)
  expect(statSync(join(dataDir, 'pii.key')).mode & 0o777).toBe(0o600)
  rmSync(dataDir, { recursive: true })
})

/** What a citizen and an agent said and are, none of which may be readable in the store. */
const personal = ['bàThịnhLan', '912345678', 'zalo-user-5550001', 'thunhập7triệu', 'bácđồngý', '987000111']

async function liveALittle(newPlace: Parameters<Parameters<typeof describeOnBothStores>[1]>[0]) {
  const { place, remove } = await newPlace()
  const store = await openTestStore(place)
  await store.seedDemo(demo({ phone: '0987000111' }), false)
  const zalo = fakeChannel(
    'zalo',
    { kind: 'sent', platformId: '1' },
    { kind: 'our-fault', detail: 'bad token' },
  )
  const work = await startWork(workParts(store, { channels: [zalo.channel] }))
  const say = (text: string, at: number) =>
    store.inbox.accept([typed('zalo-user-5550001', text, new Date(at))], Buffer.from(`{"raw":"${text}"}`))
  await say('thunhập7triệu, tôi là bàThịnhLan', 1_000_000)
  await say('xin gọi 0912345678 bácđồngý', 2_000_000)
  await say('hỏng thunhập7triệu', 3_000_000)
  await expect.poll(async () => (await rowsOf(store, 'dead_letter')).length, { timeout: 40_000 }).toBe(1)
  await work.stop()
  return { store, place, remove }
}

await describeOnBothStores('what is personal', (newPlace) => {
  test('is in no row of any table in a readable form', async () => {
    const { store, remove } = await liveALittle(newPlace)
    const tables = await rowsOf(
      store,
      `(select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE') t`,
    )
    expect(tables.length).toBeGreaterThan(15)
    const everything = await Promise.all(
      tables.map(async ({ name }) => JSON.stringify(await rowsOf(store, String(name)))),
    )
    expect(personal.filter((secret) => everything.some((rows) => rows.includes(secret)))).toEqual([])
    expect(everything.join()).toContain('Phiếu') // the search itself works: an invented agent’s name is there
    await store.close()
    await remove()
  }, 60_000)

  test('opens with a new PII_KEY in front of the old one, and then without the old one', async () => {
    const { place, remove } = await newPlace()
    const fresh = Buffer.alloc(32, 9).toString('base64')
    const first = await openTestStore(place)
    await first.inbox.accept([typed('bác Tư', 'chào')], noBody)
    await first.zaloTokens('oa').put({ refreshToken: 'r1', expiresAt: new Date(5000) })
    await first.close()
    await expect(openTestStore(place, undefined, fresh)).rejects.toThrow(/PII_KEY/)
    const both = await openTestStore(place, undefined, `${fresh},${testKey}`)
    await both.close()
    const after = await openTestStore(place, undefined, fresh)
    const people = await rowsOf(after, 'person')
    const [talk] = await after.turns.load(people.map(({ id }) => String(id)))
    expect(talk).toMatchObject({ who: { id: 'bác Tư' }, waiting: [{ said: { text: 'chào' } }] })
    expect(await after.zaloTokens('oa').load()).toMatchObject({
      pair: { refreshToken: 'r1', expiresAt: new Date(5000) },
    })
    expect(await after.inbox.accept([typed('bác Tư', 'nữa')], noBody)).toMatchObject({ fresh: 1 })
    expect(await rowsOf(after, 'person')).toHaveLength(people.length) // found again by the same keyed hash
    await after.close()
    await remove()
  }, 60_000)
})

test('is in no file of the embedded store, nor in its backup, in a readable form', async () => {
  const { store, place, remove } = await liveALittle(newFolder)
  const backup = (await store.backUp()) ?? ''
  await store.close()
  const dataDir = 'dataDir' in place ? place.dataDir : ''
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataDir, name))
    .filter((file) => statSync(file).isFile())
  const contents = [gunzipSync(readFileSync(backup)), ...files.map((file) => readFileSync(file))]
  expect(contents.some((bytes) => bytes.includes('Phiếu'))).toBe(true)
  expect(personal.filter((secret) => contents.some((bytes) => bytes.includes(secret)))).toEqual([])
  await remove()
}, 60_000)
