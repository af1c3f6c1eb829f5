import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { accountWith, codeNow, consoleSite, password } from '../support/console-site.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'

const HOUR_MS = 3_600_000

await describeOnBothStores('signing in', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  const clock = movableClock()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    site = await consoleSite(store, clock)
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })
  const me = async (cookie: string) => (await site.call('GET /me', { cookie })).body['me']
  const signIn = (login: string, secret: string, ahead = 0) =>
    site.call('POST /sign-in', { body: { login, password, code: codeNow(secret, clock, ahead) } })

  test('the set-up link, once: password and authenticator app; then password and code sign in', async () => {
    const made = await store.staff.accounts.create(
      { login: 'hoa', name: 'Trần Thị Hoa', role: 'officer' },
      'test',
    )
    if ('taken' in made) throw new Error('taken')
    const look = await site.call('POST /set-up/look', { body: { token: made.token } })
    expect(look.body).toMatchObject({ login: 'hoa', name: 'Trần Thị Hoa' })
    expect(look.body['picture']).toMatch(/^data:image\/gif/)
    const secret = String(look.body['secret'])
    const setUp = (given: object) =>
      site.call('POST /set-up', {
        body: { token: made.token, password, code: codeNow(secret, clock), ...given },
      })
    expect((await setUp({ password: 'ngắn' })).status).toBe(422)
    expect((await setUp({ password: 'mật khẩu của HOA 2026' })).body).toMatchObject({
      error: { field: 'password' },
    })
    expect((await setUp({ code: '000000' })).body).toMatchObject({ error: { field: 'code' } })
    const code = codeNow(secret, clock)
    const done = await setUp({ code })
    expect(done.status).toBe(200)
    expect(await me(done.cookie)).toMatchObject({ login: 'hoa', role: 'officer' })
    expect((await setUp({})).status).toBe(404)

    expect((await site.call('POST /sign-in', { body: { login: 'HOA ', password } })).body).toEqual({
      next: 'code',
    })
    const signInWith = (shown: string) =>
      site.call('POST /sign-in', { body: { login: 'hoa', password, code: shown } })
    expect((await signInWith(code)).status, 'the code of the set-up was used').toBe(401)
    const next = codeNow(secret, clock, 1)
    expect((await signInWith(next)).body).toEqual({ next: 'in' })
    expect((await signInWith(next)).status, 'a code opens once').toBe(401)
  })

  test('a set-up link dies after three days', async () => {
    const made = await store.staff.accounts.create({ login: 'muon', name: 'Muộn', role: 'officer' }, 'test')
    if ('taken' in made) throw new Error('taken')
    clock.move(73 * HOUR_MS)
    expect((await site.call('POST /set-up/look', { body: { token: made.token } })).status).toBe(404)
  })

  test('wrong login, wrong password and wrong code read the same', async () => {
    const { login, secret } = await accountWith(store, 'officer')
    const code = codeNow(secret, clock)
    const wrong = [
      { login: 'khong-co', password, code },
      { login, password: 'sai mật khẩu rồi', code },
      { login, password, code: '000000' },
    ]
    const answers = await Promise.all(wrong.map((body) => site.call('POST /sign-in', { body })))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
  })

  test('two requests with the same code: one gets in', async () => {
    const { login, secret } = await accountWith(store, 'officer')
    const both = await Promise.all([signIn(login, secret), signIn(login, secret)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
  })

  test('sessions end: idle, at the latest, by sign-out, by device, everywhere, and with the account', async () => {
    const account = await accountWith(store, 'officer')
    const [a, b, c] = [await account.session(), await account.session(), await account.session()]
    const { body } = await site.call('GET /devices', { cookie: a })
    expect(body['devices']).toHaveLength(3)
    await site.call('POST /sign-out', { cookie: b })
    expect(await me(b)).toBeUndefined()
    expect(await me(c)).toMatchObject({ login: account.login })
    await site.call('POST /sign-out/everywhere', { cookie: a })
    expect([await me(a), await me(c)]).toEqual([undefined, undefined])

    const idle = await account.session()
    clock.move(5 * HOUR_MS)
    expect(await me(idle)).toBeUndefined()
    const used = await account.session()
    for (let hour = 0; hour < 11; hour += 1) {
      clock.move(HOUR_MS)
      expect(await me(used), `hour ${hour}`).toBeDefined()
    }
    clock.move(2 * HOUR_MS)
    expect(await me(used), 'half a day is the most').toBeUndefined()

    const last = await account.session()
    await store.staff.accounts.setActive(account.id, false, 'test')
    expect(await me(last)).toBeUndefined()
    expect((await signIn(account.login, account.secret)).status).toBe(401)
  })

  test('another account’s device cannot be ended', async () => {
    const [one, two] = [await accountWith(store, 'officer'), await accountWith(store, 'officer')]
    const cookie = await two.session()
    const { body } = await site.call('GET /devices', { cookie })
    const [device] = body['devices'] as { id: string }[]
    await site.call(`DELETE /devices/${device?.id}`, { cookie: await one.session() })
    expect(await me(cookie)).toBeDefined()
  })

  test('an agent: a code to the registered phone; others hear the same and get nothing', async () => {
    const asked = await site.call('POST /sign-in/phone', { body: { to: '0911 000 222' } })
    const { phone, template, data } = site.notices.at(-1) ?? {}
    expect([phone, template]).toEqual(['+84911000222', 'sign-in-code'])
    const challenge = asked.body['challenge']
    const redeem = (code: unknown) => site.call('POST /sign-in/code', { body: { challenge, code } })
    const wrong = data?.['code'] === '111111' ? '222222' : '111111'
    expect((await redeem(wrong)).status).toBe(401)
    const entered = await redeem(data?.['code'])
    expect(await me(entered.cookie)).toMatchObject({ role: 'agent', agent: 'b' })
    expect((await redeem(data?.['code'])).status, 'once').toBe(401)

    const before = site.notices.length
    const stranger = await site.call('POST /sign-in/phone', { body: { to: '0988 765 432' } })
    expect([stranger.status, Object.keys(stranger.body)]).toEqual([200, ['challenge']])
    expect(site.notices).toHaveLength(before)
  })

  test('five wrong codes spend it; a phone two agents share opens nothing; a switched-off agent neither', async () => {
    const asked = await site.call('POST /sign-in/phone', { body: { to: '0911000222' } })
    const code = site.notices.at(-1)?.data['code'] ?? ''
    const wrong = code === '111111' ? '222222' : '111111'
    for (let i = 0; i < 5; i += 1)
      await site.call('POST /sign-in/code', { body: { challenge: asked.body['challenge'], code: wrong } })
    const late = await site.call('POST /sign-in/code', { body: { challenge: asked.body['challenge'], code } })
    expect(late.status).toBe(401)
    const before = site.notices.length
    await store.seedDemo(demo({ phone: '0911000999' }), false) // all three share it now
    await site.call('POST /sign-in/phone', { body: { to: '0911000999' } })
    await store.seedDemo(demo({ status: 'inactive' }), false)
    await site.call('POST /sign-in/phone', { body: { to: '0911000222' } })
    expect(site.notices).toHaveLength(before)
    await store.seedDemo(demo(), false)
  })

  test('suspending an agent ends what they see at once', async () => {
    const asked = await site.call('POST /sign-in/phone', { body: { to: '0911000222' } })
    const code = site.notices.at(-1)?.data['code']
    const entered = await site.call('POST /sign-in/code', {
      body: { challenge: asked.body['challenge'], code },
    })
    expect(await me(entered.cookie)).toBeDefined()
    await store.seedDemo(demo({ status: 'inactive' }), false)
    expect(await me(entered.cookie)).toBeUndefined()
    await store.seedDemo(demo(), false)
    expect(await me(entered.cookie)).toBeDefined()
  })

  test('a changed phone counts at once, the old one no longer', async () => {
    await store.seedDemo({ ...demo(), agents: demo({ phone: '0911000555' }).agents.slice(1, 2) }, false)
    const before = site.notices.length
    await site.call('POST /sign-in/phone', { body: { to: '0911000222' } })
    expect(site.notices).toHaveLength(before)
    await site.call('POST /sign-in/phone', { body: { to: '0911000555' } })
    expect(site.notices).toHaveLength(before + 1)
    await store.seedDemo(demo(), false)
  })

  test('by e-mail: a code and a link, either once', async () => {
    await accountWith(store, 'team-lead', { email: 'to.truong@example.vn' })
    await site.call('POST /sign-in/phone', { body: { to: 'To.Truong@example.vn' } })
    const mail = site.mails.at(-1)
    expect(mail?.to).toBe('To.Truong@example.vn')
    const link = /#([\w-]+)/.exec(mail?.text ?? '')?.[1]
    const entered = await site.call('POST /sign-in/link', { body: { link } })
    expect(await me(entered.cookie)).toMatchObject({ role: 'team-lead' })
    expect((await site.call('POST /sign-in/link', { body: { link } })).status).toBe(401)
  })

  test('an officer cannot get in by a code alone', async () => {
    await accountWith(store, 'officer', { email: 'can.bo@example.vn' })
    const before = site.mails.length
    await site.call('POST /sign-in/phone', { body: { to: 'can.bo@example.vn' } })
    expect(site.mails).toHaveLength(before)
  })

  test('what is kept: no password, code, token, e-mail or phone in the clear', async () => {
    const tables = ['staff', 'staff_session', 'staff_code', 'staff_audit', 'agent']
    const kept = JSON.stringify(await Promise.all(tables.map((table) => rowsOf(store, table))))
    for (const secret of [password, 'example.vn', '911000', 'Trần Thị Hoa'.slice(5)])
      expect(kept.replace(/"name":"[^"]*"/g, ''), secret).not.toContain(secret)
  })
})

await describeOnBothStores('lock-out', (newPlace) => {
  test('after ten attempts from one place the right password waits too; from elsewhere it still opens', async () => {
    const place = await newPlace()
    const clock = movableClock()
    const store = await openTestStore(place.place, clock)
    const budget = (name: string, times: number) => memoryRateLimit({ name, times, seconds: 900 })
    const limits = {
      pair: budget('pair', 10),
      account: budget('account', 60),
      address: budget('address', 100),
      code: budget('code', 5),
    }
    const site = await consoleSite(store, clock, { signIn: { limits } })
    const { login, secret } = await accountWith(store, 'admin')
    for (let i = 0; i < 10; i += 1) {
      const { status } = await site.call('POST /sign-in', { body: { login, password: `đoán lần ${i}` } })
      expect(status).toBe(401)
    }
    const right = { login, password, code: codeNow(secret, clock) }
    expect((await site.call('POST /sign-in', { body: right })).status).toBe(429)
    const elsewhere = { ...limits, pair: budget('another address', 10) }
    const other = await consoleSite(store, clock, { signIn: { limits: elsewhere } })
    expect((await other.call('POST /sign-in', { body: right })).status).toBe(200)
    for (let i = 0; i < 5; i += 1) await site.call('POST /sign-in/phone', { body: { to: '0988765432' } })
    expect((await site.call('POST /sign-in/phone', { body: { to: '0988765432' } })).status).toBe(429)
    await Promise.all([site.close(), other.close()])
    await store.close()
    await place.remove()
  })
})
