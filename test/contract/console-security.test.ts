import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { accountWith, codeNow, consoleSite, password } from '../support/console-site.ts'
import { movableClock, newFolder, openTestStore, type TestPlace } from '../support/store.ts'

describe('requests another site makes', () => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let admin: Awaited<ReturnType<typeof accountWith>>
  const clock = movableClock()
  beforeAll(async () => {
    place = await newFolder()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock)
    admin = await accountWith(store, 'admin')
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })
  const body = { login: 'ke-gian', name: 'Kẻ gian', role: 'admin' }

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['a page opened from nowhere', { 'sec-fetch-site': 'none' }],
    ['an old browser, foreign origin', { 'sec-fetch-site': '', origin: 'https://ke-gian.example' }],
    ['an opaque origin', { 'sec-fetch-site': '', origin: 'null' }],
  ])('%s changes nothing', async (_, headers) => {
    const sent = await raw(
      site.url,
      await admin.session(),
      { ...headers, 'content-type': 'application/json' },
      body,
    )
    expect(sent).toBe(403)
    expect(await store.staff.accounts.list({ find: 'ke-gian' })).toEqual([])
  })

  test('neither header at all: nothing', async () => {
    expect(await raw(site.url, await admin.session(), { 'content-type': 'application/json' }, body)).toBe(403)
  })

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'what a form can send (%s) is not taken, even from our own origin',
    async (type) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type }
      expect(await raw(site.url, await admin.session(), headers, body)).toBe(415)
    },
  )

  test('an old browser from our own origin is served', async () => {
    const headers = { origin: site.url, 'content-type': 'application/json' }
    expect(await raw(site.url, await admin.session(), headers, { ...body, login: 'tu-te' })).toBe(200)
  })

  test('a cross-site read is refused too', async () => {
    const { status } = await site.call('GET /staff', {
      cookie: await admin.session(),
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(status).toBe(403)
  })

  test('session fixation: a token planted before signing in opens nothing, and signing in gives another', async () => {
    const { login, secret } = await accountWith(store, 'officer')
    const planted = 'an-sinh=a-token-the-attacker-knows-0123456789'
    const entered = await site.call('POST /sign-in', {
      body: { login, password, code: codeNow(secret, clock) },
      cookie: planted,
    })
    expect(entered.cookie).toMatch(/^an-sinh=/)
    expect(entered.cookie).not.toBe(planted)
    expect((await site.call('GET /me', { cookie: planted })).body['me']).toBeUndefined()
    expect((await site.call('GET /me', { cookie: entered.cookie })).body['me']).toMatchObject({ login })
  })

  test('the cookie: HttpOnly, SameSite=Lax, and __Host- with Secure behind https', async () => {
    const { login, secret } = await accountWith(store, 'officer')
    const https = await consoleSite(store, clock, { secure: true })
    const response = await fetch(`${https.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify({ login, password, code: codeNow(secret, clock) }),
    })
    await https.close()
    const cookie = response.headers.get('set-cookie') ?? ''
    for (const part of [/^__Host-an-sinh=/, /HttpOnly/, /SameSite=Lax/, /Secure/, /Path=\//])
      expect(cookie).toMatch(part)
    expect(cookie).not.toMatch(/Domain/)
  })

  test('hostile text in every field of an account is kept as text, and too much of it is refused', async () => {
    const cookie = await admin.session()
    const hostile = `<img src=x onerror=alert(1)>"'\${7*7}{{7*7}}`
    const made = await site.call('POST /staff', {
      body: { login: 'thu.nghiem', name: hostile, role: 'officer' },
      cookie,
    })
    expect(made.status).toBe(200)
    const { body: list } = await site.call('GET /staff?find=thu.nghiem', { cookie })
    expect(list['accounts']).toMatchObject([{ name: hostile }])
    for (const wrong of [
      { login: hostile },
      { name: 'x'.repeat(10_000) },
      { role: 'superadmin' },
      { email: hostile },
      { login: ['a', 'b'] },
      { login: { $ne: null } },
    ]) {
      const refused = await site.call('POST /staff', {
        body: { login: 'khac', name: 'Khác', role: 'officer', ...wrong },
        cookie,
      })
      expect(refused.status, JSON.stringify(wrong)).toBe(422)
    }
    expect((await site.call('POST /staff', { body: '{"login":', cookie })).status).toBe(400)
    expect((await site.call('POST /staff', { body: 'x'.repeat(70_000), cookie })).status).toBe(413)
    for (const query of [`find=${encodeURIComponent("' or 1=1 --")}`, 'find=%25', 'role=boss', 'find[]=a'])
      expect([200, 422]).toContain((await site.call(`GET /staff?${query}`, { cookie })).status)
    expect((await site.call('POST /staff/not-an-id/reset', { cookie })).status).toBe(404)
  })

  test('the audit: who, what, from what to what; names and e-mails only as hashes', async () => {
    const cookie = await admin.session()
    const account = { login: 'le.an', name: 'Lê Văn An', role: 'officer', email: 'an@example.vn' }
    const made = await site.call('POST /staff', { body: account, cookie })
    await site.call(`POST /staff/${String(made.body['id'])}/active`, { body: { active: false }, cookie })
    const { body: audit } = await site.call('GET /audit?subject=le.an', { cookie })
    expect(audit['lines']).toMatchObject([
      { actor: admin.login, action: 'account.disable', changes: { active: { from: 'true', to: 'false' } } },
      { actor: admin.login, action: 'account.create', changes: { role: { to: 'officer' } } },
    ])
    expect(JSON.stringify(audit)).not.toMatch(/Lê Văn An|an@example/)
    expect(JSON.stringify(audit)).toMatch(/"name":\{"to":"#[0-9a-f]{16}"\}/)
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect((await site.call(`GET /audit?from=${tomorrow}`, { cookie })).body['lines']).toEqual([])
    expect((await site.call('GET /audit?from=homnay', { cookie })).status).toBe(422)
  })

  test('an administrator cannot shut or reset themselves', async () => {
    const cookie = await admin.session()
    const off = await site.call(`POST /staff/${admin.id}/active`, { body: { active: false }, cookie })
    expect(off.status).toBe(409)
    expect((await site.call(`POST /staff/${admin.id}/reset`, { cookie })).status).toBe(409)
  })

  test('a reset ends the sessions, and the old password and code no longer open', async () => {
    const officer = await accountWith(store, 'officer')
    const session = await officer.session()
    const reset = await site.call(`POST /staff/${officer.id}/reset`, { cookie: await admin.session() })
    expect(reset.body['link']).toMatch(/\/quan-tri\/thiet-lap#[\w-]{43}$/)
    expect((await site.call('GET /me', { cookie: session })).body['me']).toBeUndefined()
    const again = await site.call('POST /sign-in', {
      body: { login: officer.login, password, code: codeNow(officer.secret, clock) },
    })
    expect(again.status).toBe(401)
  })
})

/** A POST with exactly these headers: `fetch` would add some of its own. */
function raw(url: string, cookie: string, headers: Record<string, string>, body: unknown): Promise<number> {
  const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/staff`, { method: 'POST', headers: { ...kept, cookie } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.once('error', reject)
    sent.end(JSON.stringify(body))
  })
}
