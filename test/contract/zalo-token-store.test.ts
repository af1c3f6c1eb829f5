import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { zaloTokenSource } from '../../src/adapters/zalo/zalo-token-source.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'

const pair = (n: number) => ({ accessToken: `at-${n}`, refreshToken: `rt-${n}` })
const issued = (n: number) => ({
  status: 200,
  body: { access_token: `at-${n}`, refresh_token: `rt-${n}`, expires_in: '90000' },
})

await describeOnBothStores('Zalo tokens', (newPlace) => {
  let at: TestPlace
  let store: Store
  beforeEach(async () => {
    at = await newPlace()
    store = await openTestStore(at.place)
  }, 60_000)
  afterEach(async () => {
    await store.close()
    await at.remove()
  }, 60_000)
  const tokens = () => store.zaloTokens('1876')
  const now = async () => (await tokens().load())?.pair.refreshToken

  test('the pair of the settings counts once, and again only when it is another', async () => {
    await tokens().seed(pair(0))
    await tokens().replace('rt-0', pair(1))
    await tokens().seed(pair(0))
    expect(await now()).toBe('rt-1')
    await tokens().seed(pair(5))
    expect(await now()).toBe('rt-5')
  })

  test('a pair takes the place only of the one it was bought with', async () => {
    await tokens().put(pair(1))
    expect(await tokens().replace('rt-0', pair(2))).toBe(false)
    expect(await now()).toBe('rt-1')
    expect(await tokens().replace('rt-1', pair(2))).toBe(true)
    expect(await now()).toBe('rt-2')
  })

  test('only the grant that was refused is lost; consent brings it back', async () => {
    await tokens().put(pair(1))
    await tokens().markLost('rt-0')
    expect((await tokens().load())?.state).toBe('live')
    await tokens().markLost('rt-1')
    expect((await tokens().load())?.state).toBe('needs-reauth')
    await tokens().put(pair(2))
    expect((await tokens().load())?.state).toBe('live')
  })

  test('one holder at a time, until it lets go or its time is over', async () => {
    await tokens().put(pair(1))
    expect(await tokens().lock('a', 60_000)).toBe(true)
    expect(await tokens().lock('b', 60_000)).toBe(false)
    await tokens().unlock('b')
    expect(await tokens().lock('b', 60_000)).toBe(false)
    await tokens().unlock('a')
    expect(await tokens().lock('b', 0)).toBe(true)
    await expect.poll(() => tokens().lock('c', 60_000)).toBe(true)
  })

  test('ten processes that need a new token at once spend one refresh token', async () => {
    await tokens().put({ refreshToken: 'rt-0' })
    const platform = await cannedPlatform(issued(1), issued(2))
    const endpoint = {
      oauthBase: platform.url,
      appId: '4410',
      appSecret: 'S',
      clock: { now: () => new Date() },
    }
    const sources = Array.from({ length: 10 }, () => zaloTokenSource({ ...endpoint, store: tokens() }))
    const got = await Promise.allSettled(sources.map((source) => source.current()))
    const failures = got.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    for (const failure of failures) expect(failure).toMatchObject({ failure: { untried: true } })
    expect(await Promise.all(sources.map((source) => source.current()))).toEqual(Array(10).fill('at-1'))
    expect(platform.requests).toHaveLength(1)
    await platform.close()
  })

  test('neither tokens nor verifiers nor tickets stand in the tables in clear', async () => {
    await tokens().put(pair(1))
    const ticket = await store.zaloConsents.ask('1876')
    const asked = await store.zaloConsents.find(ticket)
    expect(asked?.verifier).toMatch(/^[\w-]{43}$/)
    const kept = JSON.stringify([await rowsOf(store, 'zalo_token'), await rowsOf(store, 'zalo_consent')])
    for (const secret of ['at-1', 'rt-1', ticket, asked?.verifier ?? '']) expect(kept).not.toContain(secret)
    expect(await store.zaloConsents.take(ticket)).toEqual(asked)
    expect(await store.zaloConsents.take(ticket)).toBeUndefined()
  })
})
