import { afterEach, expect, test } from 'vitest'
import { NoToken, type TokenPair } from '../../src/adapters/zalo/token-source.ts'
import { tokensInMemory } from '../../src/adapters/zalo/tokens-in-memory.ts'
import { zaloTokenSource } from '../../src/adapters/zalo/zalo-token-source.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample, sampleNames } from '../support/channel-samples.ts'

const now = new Date('2026-11-22T08:00:00+07:00')
const fresh = { status: 200, body: sample('zalo', 'oauth.token.response.ok') }
const freshToken = 'INVENTED_AT_0002_xxxxxxxxxxxxxxxxxxxxxxxx'
const freshPair: TokenPair = {
  accessToken: freshToken,
  refreshToken: 'INVENTED_RT_0002_yyyyyyyyyyyyyyyyyyyyyy',
  expiresAt: new Date(now.getTime() + 90_000_000), // 25 hours
}
const first: TokenPair = { refreshToken: 'INVENTED_RT_0001' }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

function movable() {
  let ahead = 0
  return { now: () => new Date(now.getTime() + ahead), pass: (ms: number) => void (ahead += ms) }
}

async function sourceAnswered(stored: TokenPair | undefined, ...answers: Parameters<typeof cannedPlatform>) {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  const clock = movable()
  const kept = tokensInMemory(stored, clock)
  const store = {
    ...kept,
    down: false,
    busy: false,
    unlocked: 0,
    pair: async () => (await kept.load())?.pair,
    lock: async () => !store.busy,
    unlock: async () => void (store.unlocked += 1),
    async replace(spent: string, pair: TokenPair) {
      if (store.down) throw new Error('store is down')
      return kept.replace(spent, pair)
    },
  }
  const endpoint = {
    oauthBase: platform.url,
    appId: ours.zalo.appId,
    appSecret: 'APP-SECRET',
    timeoutMs: 400,
  }
  const told: string[] = []
  const tell = (event: string) => void told.push(event)
  const source = zaloTokenSource({ ...endpoint, clock, store, tell })
  return { source, store, requests: platform.requests, told, clock, platform, endpoint }
}

const failureOf = async (token: Promise<string>) => {
  const error: unknown = await token.catch((thrown: unknown) => thrown)
  return error instanceof NoToken ? error.failure : error
}

test('the first token is bought with the set-up refresh token, as the sample request, and saved before use', async () => {
  const { source, store, requests } = await sourceAnswered(first, fresh)
  expect(await source.current()).toBe(freshToken)
  expect(await store.pair()).toEqual(freshPair)
  expect(requests).toHaveLength(1)
  expect(requests[0]).toMatchObject({
    path: '/v4/oa/access_token',
    body: sample('zalo', 'oauth.token.request.refresh_token'),
    headers: {
      secret_key: 'APP-SECRET',
      'content-type': expect.stringContaining('x-www-form-urlencoded') as string,
    },
  })
})

test('a stored token that lives is used without asking; one at its end is not', async () => {
  const living = await sourceAnswered({
    ...first,
    accessToken: 'A',
    expiresAt: new Date(now.getTime() + 61_000),
  })
  expect(await living.source.current()).toBe('A')
  const dying = { ...first, accessToken: 'A', expiresAt: new Date(now.getTime() + 59_000) }
  expect(await (await sourceAnswered(dying, fresh)).source.current()).toBe(freshToken)
})

test('a hundred senders refused at once spend one refresh token', async () => {
  const { source, requests } = await sourceAnswered({ ...first, accessToken: 'A' }, fresh)
  const tokens = await Promise.all(Array.from({ length: 100 }, () => source.refresh('A')))
  expect(new Set(tokens)).toEqual(new Set([freshToken]))
  expect(requests).toHaveLength(1)
})

test('a token somebody else has renewed meanwhile is taken from the store', async () => {
  const { source, requests } = await sourceAnswered({ ...first, accessToken: 'NEWER' }, fresh)
  expect(await source.refresh('OLDER')).toBe('NEWER')
  expect(requests).toEqual([])
})

/** Messages wait for it, and are not lost. */
const consentNeeded = {
  kind: 'try-later',
  untried: true,
  detail: expect.stringMatching(/must consent/) as string,
}

const refusals = sampleNames('zalo', 'oauth.token.response.error.')

test.each([
  ...refusals.map((name) => [name, { status: 200, body: sample('zalo', name) }] as const),
  ['one token of the two', { status: 200, body: { access_token: 'A', expires_in: '90000' } }],
  ['an empty refresh token', { status: 200, body: { access_token: 'A', refresh_token: '' } }],
  ['HTTP 400', { status: 400, body: { error_name: 'Invalid' } }],
] as const)(
  '%s: the grant is lost, the pair stays, the refresh token is not spent again',
  async (_, answer) => {
    const { source, store, requests, told } = await sourceAnswered(first, answer)
    expect(await failureOf(source.current())).toMatchObject(consentNeeded)
    expect(await failureOf(source.current())).toMatchObject(consentNeeded)
    expect(await store.pair()).toEqual(first)
    expect(requests).toHaveLength(1)
    expect(told).toEqual(['needs-reauth'])
  },
)

test.each([
  ['a server error', { status: 503, body: '<html>' }],
  ['a rate limit', { status: 200, body: { error: -32, error_name: 'limit' } }],
  ['a closed socket', 'hang-up'],
  ['silence', 'never'],
] as const)('%s passes: the same refresh token works the next time', async (_, trouble) => {
  const { source, store, requests } = await sourceAnswered(first, trouble, fresh)
  expect(await failureOf(source.current())).toMatchObject({ kind: 'try-later' })
  expect(await store.pair()).toEqual(first)
  expect(await source.current()).toBe(freshToken)
  const spent = requests.map(({ body }) => (body as { refresh_token: string }).refresh_token)
  expect(spent).toEqual(['INVENTED_RT_0001', 'INVENTED_RT_0001'])
})

test('a new pair the store cannot take is held on to and saved first thing later', async () => {
  const { source, store, requests } = await sourceAnswered(first, fresh)
  store.down = true
  expect(await failureOf(source.current())).toMatchObject({ message: 'store is down' })
  store.down = false
  expect(await source.current()).toBe(freshToken)
  expect(await store.pair()).toEqual(freshPair)
  expect(requests).toHaveLength(1)
})

test('an OA that has never consented holds its messages', async () => {
  const { source } = await sourceAnswered(undefined, fresh)
  expect(await failureOf(source.current())).toMatchObject(consentNeeded)
})

test('while another process has the lock the refresh token is not spent', async () => {
  const { source, store, requests } = await sourceAnswered(first, fresh)
  store.busy = true
  expect(await failureOf(source.current())).toMatchObject({ kind: 'try-later', untried: true })
  expect(requests).toEqual([])
  store.busy = false
  expect(await source.current()).toBe(freshToken)
  expect(store.unlocked).toBe(1)
})

test('the lock is given back when the call fails', async () => {
  const { source, store } = await sourceAnswered(first, 'hang-up')
  await failureOf(source.current())
  expect(store.unlocked).toBe(1)
})

test('a pair that came in by consent during the call is not overwritten, and is the one used', async () => {
  const { source, store } = await sourceAnswered(first, fresh)
  const consented = { accessToken: 'BY-CONSENT', refreshToken: 'RT-C' }
  const { lock } = store
  store.lock = async () => {
    await store.replace('INVENTED_RT_0001', consented)
    store.lock = lock
    return true
  }
  expect(await source.current()).toBe('BY-CONSENT')
  expect(await store.pair()).toEqual(consented)
})

test('a pair is renewed when it is half a day old, not before; the lost grant is told', async () => {
  const { source, store, requests, clock, told } = await sourceAnswered(first, fresh, {
    status: 200,
    body: sample('zalo', 'oauth.token.response.error.refresh_used'),
  })
  await source.tend()
  expect(requests).toHaveLength(1)
  clock.pass(12 * 3_600_000 - 1)
  await source.tend()
  expect(requests).toHaveLength(1)
  clock.pass(1)
  expect(await failureOf(source.tend().then(() => ''))).toMatchObject(consentNeeded)
  expect(requests).toHaveLength(2)
  expect(await store.pair()).toEqual(freshPair)
  expect(told).toEqual(['renewed', 'needs-reauth'])
})
