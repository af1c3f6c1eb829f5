import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { keepableText } from '../../src/conversation/keepable-text.ts'
import { contracts } from '../../src/console/api/contracts.ts'
import { type Role, roles } from '../../src/staff/role.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { brokenBody, hostileValue, type Json, oddHeaders } from '../support/hostile.ts'
import { movableClock, newFolder, openTestStore, type TestPlace } from '../support/store.ts'

// Every route of the API's own list, as every role: an answer, never a failure of ours.

const keys = Object.keys(contracts)
const params = ['ạ', '-'.repeat(36), '9'.repeat(15)] // no id of ours, though the last two look a little like one
const RUNS = 250
const HANGS_MS = 30_000

let place: TestPlace
let store: Store
let site: Awaited<ReturnType<typeof consoleSite>>
const sessions = new Map<Role, () => Promise<string>>()
const nobody = 'an-sinh=%00; an-sinh=../x'
beforeAll(async () => {
  place = await newFolder()
  const clock = movableClock()
  store = await openTestStore(place.place, clock)
  site = await consoleSite(store, clock)
  for (const role of roles) {
    const { session } = await accountWith(store, role)
    sessions.set(role, session)
  }
}, 180_000)
afterAll(async () => {
  await site.close()
  await store.close()
  await place.remove()
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '%',
    '..',
    '00000000-0000-4000-8000-000000000000',
    "' or 1=1 --",
    '1e999',
    '-1',
    '[object Object]',
    'ạ'.repeat(2_000),
  ),
)
const query = fc.dictionary(
  fc.constantFrom(
    'find',
    'page',
    'from',
    'to',
    'state',
    'agent',
    'channel',
    'after',
    'most',
    '__proto__',
    'constructor',
  ),
  text,
  { maxKeys: 5 },
)
const names = [
  'id',
  'login',
  'name',
  'role',
  'password',
  'code',
  'key',
  'agent',
  'outcome',
  'from',
  'to',
  'phone',
  'text',
  '__proto__',
]
const object = fc.dictionary(fc.constantFrom(...names), hostileValue, { maxKeys: 8 }) as fc.Arbitrary<Json>
const body = fc.oneof(
  { weight: 3, arbitrary: object.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 1, arbitrary: brokenBody },
)
const who = fc.constantFrom<Role | 'nobody'>('nobody', ...roles)

test('hostile paths, queries, headers and bodies at every route, as everyone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ key: fc.constantFrom(...keys), param: text, query, body, headers: oddHeaders, who }),
      async (call) => {
        expect(await statusOf(call)).toBeLessThan(500)
      },
    ),
    { numRuns: RUNS },
  )
  expect(await store.answers()).toBe(true)
}, 240_000)

test('every route is met by those who may most with a body that is right JSON and wrong in all else', async () => {
  for (const key of keys) {
    for (const role of ['admin', 'agent'] as const) {
      const filled = (value: string) => Object.fromEntries(names.map((name) => [name, value]))
      const bodies = [{ id: { $ne: null } }, filled('ạ\u0000'), filled('ạ'.repeat(4_000))]
      for (const [i, one] of bodies.entries()) {
        const param = params[i] ?? 'x'
        const call = { key, param, query: {}, body: Buffer.from(JSON.stringify(one)), headers: {}, who: role }
        expect({ key, role, status: await statusOf(call) }).toSatisfy(
          ({ status }: { status: number }) => status < 500,
        )
      }
    }
  }
}, 240_000)

interface Call {
  readonly key: string
  readonly param: string
  readonly query: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly who: Role | 'nobody'
}

/** A new session each time: the call before may have signed out. */
async function cookieOf(who: Call['who']): Promise<string> {
  const open = who === 'nobody' ? undefined : sessions.get(who)
  return open ? open() : nobody
}

async function statusOf(call: Call): Promise<number> {
  const [method = 'GET', path = ''] = call.key.split(' ')
  const filled = path.replace(/:\w+/g, () => encodeURIComponent(keepableText(call.param)) || 'x')
  const answer = await fetch(`${site.url}/api${filled}?${new URLSearchParams(call.query).toString()}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...call.headers,
      cookie: await cookieOf(call.who),
    },
    ...(method === 'GET' ? {} : { body: new Uint8Array(call.body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(HANGS_MS),
  })
  await answer.arrayBuffer()
  return answer.status
}
