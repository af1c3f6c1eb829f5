import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { NoToken, type TokenStore } from '../../src/adapters/zalo/token-source.ts'
import { zaloTokenSource } from '../../src/adapters/zalo/zalo-token-source.ts'
import { fakeZalo, type FakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import { listen, type Listening } from '../support/listen.ts'
import { describeOnBothStores, movableClock, openTestStore, type TestPlace } from '../support/store.ts'

const HOUR = 3_600_000
const keys = { appId: '4410', appSecret: 'S', oaId: '1876' }

await describeOnBothStores('a worker that dies in the middle of a renewal', (newPlace) => {
  let at: TestPlace
  let store: Store
  let server: Listening
  let fake: FakeZalo
  let clock: ReturnType<typeof movableClock>
  let told: string[]

  beforeEach(async () => {
    clock = movableClock()
    told = []
    at = await newPlace()
    store = await openTestStore(at.place, clock)
    server = await listen()
    await store.zaloTokens(keys.oaId).put({ refreshToken: 'rt-0' })
  }, 60_000)
  afterEach(async () => {
    await server.close()
    await store.close()
    await at.remove()
  }, 60_000)

  function zalo(rotateKillsOldAccess: boolean): void {
    const webhookUrl = `${server.url}/nobody`
    fake = fakeZalo({
      ...keys,
      oaSecret: 'O',
      refreshToken: 'rt-0',
      webhookUrl,
      rotateKillsOldAccess,
      now: clock.now,
    })
    server.app.use(fake.router)
  }

  /** A process of its own; `dies` says where, if it does. */
  function process(dies?: 'before the call' | 'before it is kept') {
    const kept = store.zaloTokens(keys.oaId)
    const dying: TokenStore = {
      load: () => kept.load(),
      lock: (holder, forMs) => kept.lock(holder, dies ? 0 : forMs), // its time is over
      unlock: (holder) => (dies ? new Promise<never>(() => undefined) : kept.unlock(holder)),
      markLost: (spent) => kept.markLost(spent),
      async renewing(spent, state) {
        await kept.renewing(spent, state)
        if (dies === 'before the call') await killed()
      },
      async replace(spent, pair) {
        if (dies === 'before it is kept') await killed()
        return kept.replace(spent, pair)
      },
    }
    return zaloTokenSource({
      ...keys,
      oauthBase: server.url,
      clock,
      store: dying,
      tell: (event) => void told.push(event),
    })
  }

  let kill: () => void
  const killed = () => {
    kill()
    return new Promise<never>(() => undefined)
  }
  async function runToDeath(dies: 'before the call' | 'before it is kept'): Promise<void> {
    const death = new Promise<void>((resolve) => (kill = resolve))
    void process(dies).tend()
    await death
  }
  const state = async () => (await store.zaloTokens(keys.oaId).load())?.state
  const refusal = async (token: Promise<unknown>) => {
    const error: unknown = await token.catch((thrown: unknown) => thrown)
    return error instanceof NoToken && 'detail' in error.failure ? error.failure.detail : error
  }

  test('before Zalo heard of it: the next process renews at once, with the same refresh token', async () => {
    zalo(true)
    await process().tend()
    clock.move(13 * HOUR)
    await runToDeath('before the call')
    expect(await state()).toBe('pending')
    await process().tend()
    expect(await state()).toBe('live')
    expect(fake.tokens.spentTwice).toBe(0)
    expect(told).toEqual(['renewed', 'renewed'])
  })

  test('after Zalo had rotated, where the old access token lives on: sends go on with it while it does, and it is alarmed', async () => {
    zalo(false)
    const before = process()
    await before.tend()
    const living = await before.current()
    clock.move(13 * HOUR)
    await runToDeath('before it is kept')
    const next = process()
    expect(await refusal(next.tend())).toMatch(/must consent/)
    expect(told).toEqual(['renewed', 'cut-off'])
    expect(await state()).toBe('needs-reauth')
    expect(await next.current()).toBe(living)
    expect(await process().current()).toBe(living)
    clock.move(12 * HOUR)
    expect(await refusal(next.current())).toMatch(/must consent/)
    expect(fake.tokens.spentTwice).toBe(1)
  })

  test('after Zalo had rotated and killed the old access token: it is held and alarmed, and goes on after consent', async () => {
    zalo(true)
    const before = process()
    await before.tend()
    const dead = await before.current()
    clock.move(13 * HOUR)
    await runToDeath('before it is kept')
    const next = process()
    expect(await refusal(next.refresh(dead))).toMatch(/must consent/)
    expect(await refusal(next.current())).toMatch(/must consent/)
    expect(told).toEqual(['renewed', 'cut-off'])
    await store.zaloTokens(keys.oaId).put({ accessToken: 'at-new', refreshToken: 'rt-new' })
    expect(await next.current()).toBe('at-new')
    expect(await state()).toBe('live')
  })

  test('a call that surely never left leaves nothing pending', async () => {
    zalo(true)
    const nobody = zaloTokenSource({
      ...keys,
      oauthBase: 'http://127.0.0.1:9',
      clock,
      store: store.zaloTokens(keys.oaId),
    })
    expect(await refusal(nobody.current())).toMatch(/network/)
    expect(await state()).toBe('live')
  })
})
