import { afterEach, expect, test } from 'vitest'
import { NoToken, type TokenPair } from '../../src/adapters/zalo/token-source.ts'
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

async function sourceAnswered(stored: TokenPair | undefined, ...answers: Parameters<typeof cannedPlatform>) {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  const store = {
    pair: stored,
    down: false,
    async load() {
      return store.pair
    },
    async save(pair: TokenPair) {
      if (store.down) throw new Error('store is down')
      store.pair = pair
    },
  }
  const clock = { now: () => now }
  const endpoint = {
    oauthBase: platform.url,
    appId: ours.zalo.appId,
    appSecret: 'APP-SECRET',
    timeoutMs: 400,
  }
  return { source: zaloTokenSource({ ...endpoint, clock, store }), store, requests: platform.requests }
}

const failureOf = async (token: Promise<string>) => {
  const error: unknown = await token.catch((thrown: unknown) => thrown)
  return error instanceof NoToken ? error.failure : error
}

test('the first token is bought with the set-up refresh token, as the sample request, and saved before use', async () => {
  const { source, store, requests } = await sourceAnswered(first, fresh)
  expect(await source.current()).toBe(freshToken)
  expect(store.pair).toEqual(freshPair)
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

const refusals = sampleNames('zalo', 'oauth.token.response.error.')

test.each([
  ...refusals.map((name) => [name, { status: 200, body: sample('zalo', name) }] as const),
  ['one token of the two', { status: 200, body: { access_token: 'A', expires_in: '90000' } }],
  ['an empty refresh token', { status: 200, body: { access_token: 'A', refresh_token: '' } }],
  ['HTTP 400', { status: 400, body: { error_name: 'Invalid' } }],
] as const)(
  '%s: the grant is lost, the pair stays, the refresh token is not spent again',
  async (_, answer) => {
    const { source, store, requests } = await sourceAnswered(first, answer)
    expect(await failureOf(source.current())).toMatchObject({ kind: 'our-fault' })
    expect(await failureOf(source.current())).toMatchObject({ kind: 'our-fault' })
    expect(store.pair).toEqual(first)
    expect(requests).toHaveLength(1)
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
  expect(store.pair).toEqual(first)
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
  expect(store.pair).toEqual(freshPair)
  expect(requests).toHaveLength(1)
})

test('an empty store is an operator’s matter', async () => {
  const { source } = await sourceAnswered(undefined, fresh)
  expect(await failureOf(source.current())).toMatchObject({ kind: 'our-fault' })
})
