import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdFederation } from '../../src/adapters/openid/openid-federation.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { federationRoutes } from '../../src/console/sign-in/federation-routes.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { type Claims, client, fakeOpenId } from '../support/fake-openid.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'

const publicUrl = 'http://an-sinh.test'

await describeOnBothStores('sign-in at the organisation’s own provider', (newPlace) => {
  let place: TestPlace
  let store: Store
  let provider: Awaited<ReturnType<typeof fakeOpenId>>
  let site: Awaited<ReturnType<typeof consoleSite>>
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, movableClock())
    provider = await fakeOpenId()
    site = await consoleSite(store, movableClock(), {
      after: [{ at: '/co-quan', router: routesTo(provider.url) }],
    })
  }, 180_000)
  afterAll(async () => {
    await Promise.all([site.close(), provider.close()])
    await store.close()
    await place.remove()
  })
  const routesTo = (issuer: string) => {
    const federation = openIdFederation({ issuer, ...client, redirect: `${publicUrl}/co-quan/xong` })
    return federationRoutes({ federation, ...store.staff, cookie: { secure: false }, publicUrl })
  }
  const get = (path: string, cookie = '') =>
    fetch(`${site.url}${path}`, { redirect: 'manual', headers: { cookie } })
  const cookieIn = (response: Response, name: string) =>
    response.headers
      .getSetCookie()
      .find((one) => one.startsWith(`${name}=`))
      ?.split(';')[0] ?? ''

  /** Off to the provider and, as `changed`, back. */
  async function goes(claims: Claims, changed: (back: URL) => void = () => undefined) {
    const off = await get('/co-quan/vao')
    expect(off.status).toBe(303)
    const back = provider.enters(off.headers.get('location') ?? '', claims)
    changed(back)
    const keep = cookieIn(off, 'an-sinh-oidc')
    return { come: () => get(`${back.pathname}${back.search}`, keep), keep }
  }
  async function signedIn(response: Response) {
    return (await site.call('GET /me', { cookie: cookieIn(response, 'an-sinh') })).body['me']
  }
  async function isRefused(claims: Claims, changed?: (back: URL) => void) {
    const response = await (await goes(claims, changed)).come()
    expect([response.status, response.headers.get('location')]).toEqual([403, null])
    expect(await response.text()).toContain('Chưa đăng nhập được')
    expect(cookieIn(response, 'an-sinh')).toBe('')
  }
  async function somebody(role: 'officer' | 'admin' = 'officer') {
    const email = `${randomUUID()}@bhxh.example.vn`
    const account = await accountWith(store, role, { email })
    return { account, claims: { sub: randomUUID(), email, email_verified: true } }
  }

  test('who has an account here by their verified e-mail comes in, in the role the account has here', async () => {
    const { account, claims } = await somebody()
    const first = await (await goes({ ...claims, role: 'admin', groups: ['admin'] })).come()
    expect([first.status, first.headers.get('location')]).toEqual([303, '/quan-tri/'])
    expect(await signedIn(first)).toMatchObject({ login: account.login, role: 'officer' })
    expect(
      (await rowsOf(store, 'staff_audit')).filter(({ action }) => action === 'account.bind'),
    ).toHaveLength(1)

    const moved = { ...claims, email: 'ten.moi@bhxh.example.vn' }
    expect(await signedIn(await (await goes(moved)).come()), 'bound to the person').toMatchObject({
      login: account.login,
    })
    await isRefused({ ...claims, sub: 'somebody else with the same e-mail' })
  })

  test('nobody without an account, with an e-mail the provider did not verify, or whose account is switched off', async () => {
    const { account, claims } = await somebody()
    await isRefused({ ...claims, email: 'nguoi.la@example.vn' })
    await isRefused({ ...claims, email_verified: false })
    await store.staff.accounts.setActive(account.id, false, 'test')
    await isRefused(claims)
  })

  test('a token with another nonce, past its time, for another program or from another issuer opens nothing', async () => {
    const { claims } = await somebody('admin')
    const past = Math.floor(Date.now() / 1000) - 3_600
    const wrong = [
      { nonce: 'của người khác' },
      { iat: past, exp: past + 60 },
      { aud: 'khac' },
      { iss: 'http://khac.test' },
    ]
    for (const one of wrong) await isRefused({ ...claims, ...one })
    expect(await signedIn(await (await goes(claims)).come()), 'and unchanged it does').toBeDefined()
  })

  test('another state, a code used twice, and a browser that did not begin open nothing', async () => {
    const { claims } = await somebody()
    await isRefused(claims, (back) => back.searchParams.set('state', 'khac'))
    await isRefused(claims, (back) => back.searchParams.set('code', 'khac'))
    const { come } = await goes(claims)
    expect((await come()).status).toBe(303)
    expect((await come()).status, 'the second time').toBe(403)
    const off = await get('/co-quan/vao')
    const back = provider.enters(off.headers.get('location') ?? '', claims)
    const elsewhere = await get(`${back.pathname}${back.search}`)
    expect(elsewhere.status, 'without the cookie').toBe(403)
  })

  test('a provider that is away is said kindly, and asked again the next time', async () => {
    const away = await fakeOpenId()
    await away.close()
    const lost = await consoleSite(store, movableClock(), {
      after: [{ at: '/co-quan', router: routesTo(away.url) }],
    })
    const response = await fetch(`${lost.url}/co-quan/vao`, { redirect: 'manual' })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('chưa trả lời')
    await lost.close()
  })
})
