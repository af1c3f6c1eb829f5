import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { challengeOf } from '../../src/adapters/zalo/consent.ts'
import { openZaloAccess } from '../../src/app-zalo.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { CONSENT_CALLBACK, zaloConsentRoutes } from '../../src/http/zalo-consent.ts'
import type { ZaloPage } from '../../src/pages/page.ts'
import { fakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import { sample } from '../support/channel-samples.ts'
import { listen, type Listening } from '../support/listen.ts'
import { serve } from '../support/serve.ts'
import { movableClock, newFolder, openTestStore, tablesOf, type TestPlace } from '../support/store.ts'

test('the challenge of the sample verifier is the sample challenge', () => {
  const { code_verifier, code_challenge } = sample('zalo', '_pkce-vector')
  expect(challengeOf(String(code_verifier))).toBe(code_challenge)
})

const page: ZaloPage = {
  channel: 'zalo',
  id: '1876',
  province: '40',
  commune: undefined,
  voice: 'BHXH tỉnh Nghệ An',
  hours: '7h30–17h',
  hotline: '0238 111 222',
  keys: { appId: '4410', appSecret: 'app-secret', oaSecret: 'oa-secret' },
}

describe('an administrator lets us speak for the OA', () => {
  const clock = movableClock()
  let at: TestPlace
  let store: Store
  let platform: Listening
  let site: Awaited<ReturnType<typeof serve>>
  let fake: ReturnType<typeof fakeZalo>
  let access: Awaited<ReturnType<typeof openZaloAccess>>
  const alarms: string[] = []

  beforeAll(async () => {
    at = await newFolder()
    store = await openTestStore(at.place, clock)
  }, 60_000)
  beforeEach(async () => {
    alarms.length = 0
    for (const table of ['zalo_token', 'zalo_consent'] as const)
      await tablesOf(store).deleteFrom(table).execute()
    platform = await listen()
    fake = fakeZalo({
      ...page.keys,
      oaId: page.id,
      refreshToken: 'rt-0',
      now: () => clock.now(),
      webhookUrl: 'http://127.0.0.1:1/',
      redirectUris: ['http://an-sinh.invalid' + CONSENT_CALLBACK],
    })
    platform.app.use(fake.router)
    access = await accessWith({})
    site = await serve({ parts: [{ at: '/', router: zaloConsentRoutes(access.consent) }] })
  }, 60_000)
  afterEach(async () => {
    await access.close()
    await site.close()
    await platform.close()
  }, 60_000)
  afterAll(async () => {
    await store.close()
    await at.remove()
  }, 60_000)

  const accessWith = ({ fixedVerifier }: { fixedVerifier?: string }) =>
    openZaloAccess({
      pages: { all: () => [page], find: (_, id) => (id === page.id ? page : undefined) },
      platforms: {
        zalo: { apiBase: platform.url, oauthBase: platform.url, templateBase: platform.url },
        messenger: { apiBase: platform.url },
        firstTokens: new Map(),
        keepsTokens: true,
      },
      store,
      clock,
      callLimit: { take: async () => 'ok' },
      paidReplies: false,
      publicUrl: 'http://an-sinh.invalid',
      fixedVerifier,
      alarm: (what) => void alarms.push(what),
      note: () => undefined,
    })

  /** The administrator's browser: our page, Zalo's question, and back to us. */
  async function walk(ticket: string, change: (back: URL) => void = () => undefined) {
    const ours = await (await fetch(`${site.url}/zalo/cap-quyen/${ticket}`)).text()
    const link = /href="(http[^"]+)"/.exec(ours)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const asked = await fetch(link, { redirect: 'manual' })
    const back = new URL(asked.headers.get('location') ?? 'http://nowhere')
    change(back)
    const end = await fetch(`${site.url}${back.pathname}${back.search}`)
    return { ours, link: new URL(link), status: end.status, said: await end.text() }
  }

  test('from the link to tokens that work; the link works once', async () => {
    const tokens = access.tokensOf(page)
    await expect(tokens.current()).rejects.toMatchObject({ failure: { kind: 'try-later', untried: true } })
    const ticket = await store.zaloConsents.ask(page.id)
    const { ours, link, status, said } = await walk(ticket)
    expect(ours).toContain('BHXH tỉnh Nghệ An')
    expect([...link.searchParams.keys()]).toEqual(['app_id', 'redirect_uri', 'code_challenge', 'state'])
    expect([status, said]).toEqual([200, expect.stringContaining('Đã cấp quyền')])
    const token = await tokens.current()
    const whose = await fetch(`${platform.url}/v2.0/oa/getoa`, { headers: { access_token: token } })
    expect(await whose.json()).toMatchObject({ error: 0 })
    expect((await fetch(`${site.url}/zalo/cap-quyen/${ticket}`)).status).toBe(404)
  })

  test('a grant that is lost is alarmed, and consent brings sends back', async () => {
    await walk(await store.zaloConsents.ask(page.id))
    const tokens = access.tokensOf(page)
    const before = await tokens.current()
    fake.tokens.withdrawConsent()
    await expect(tokens.refresh(before)).rejects.toMatchObject({ failure: { untried: true } })
    expect(alarms).toContain('zalo needs consent again')
    alarms.length = 0
    await access.tend()
    expect(alarms).toEqual(['zalo token not renewed'])
    await walk(await store.zaloConsents.ask(page.id))
    expect(await tokens.current()).not.toBe(before)
    alarms.length = 0
    await access.tend()
    expect(alarms).toEqual([])
  })

  test.each([
    ['an hour later', () => clock.move(61 * 60_000), 410],
    ['another state', (back: URL) => back.searchParams.set('state', 'guess'), 410],
    ['no state', (back: URL) => back.searchParams.delete('state'), 410],
    ['another OA in the address', (back: URL) => back.searchParams.set('oa_id', '999'), 403],
    ['a code Zalo never gave', (back: URL) => back.searchParams.set('code', 'guess'), 400],
    ['no code', (back: URL) => back.searchParams.delete('code'), 400],
  ])('%s: nothing is kept', async (_, change, status) => {
    const result = await walk(await store.zaloConsents.ask(page.id), change)
    expect(result.status).toBe(status)
    expect(await store.zaloTokens(page.id).load()).toBeUndefined()
  })

  test('tokens of another OA are not kept, whatever the address says', async () => {
    const ticket = await store.zaloConsents.ask(page.id)
    fake.tokens.belongTo('999')
    expect((await walk(ticket, (back) => back.searchParams.set('oa_id', page.id))).status).toBe(403)
    expect(await store.zaloTokens(page.id).load()).toBeUndefined()
  })

  test('where Zalo’s console builds the address there is no state, and the verifier is a setting', async () => {
    const fixedVerifier = String(sample('zalo', '_pkce-vector')['code_verifier'])
    const withSetting = await accessWith({ fixedVerifier })
    const asked = new URL(`${platform.url}/v4/oa/permission`)
    asked.searchParams.set('app_id', page.keys.appId)
    asked.searchParams.set('redirect_uri', 'http://an-sinh.invalid' + CONSENT_CALLBACK)
    asked.searchParams.set('code_challenge', challengeOf(fixedVerifier))
    const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '')
    const answer = { code: back.searchParams.get('code') ?? '', oa: page.id, state: undefined }
    expect(await withSetting.consent.finish(answer)).toBe('granted')
    expect(await withSetting.consent.finish(answer)).toBe('refused')
    await withSetting.close()
  })
})
