import { afterEach, expect, test } from 'vitest'
import { type AskSettings, zaloAsking } from '../../src/adapters/zalo/ask-about.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample } from '../support/channel-samples.ts'
import { listen } from '../support/listen.ts'

// What Zalo knows of one person: `GET /v3.0/oa/user/detail` and `POST /v3.0/oa/quota/message`.

const who = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))
const detail = sample('zalo', 'api.user_detail.response.ok')
const quota = sample('zalo', 'api.quota_message.response.user')
const refusal = (code: number) => ({ error: code, message: 'as Zalo words it' })

const settings = (apiBase: string, refreshed: string[] = []): AskSettings => ({
  ...{ oaId: ours.zalo.oaId, apiBase, clock: { now: () => new Date('2026-11-22T12:00:00+07:00') } },
  tokens: { current: async () => 'TOKEN-1', refresh: async (old) => (refreshed.push(old), 'TOKEN-2') },
  mayCall: async () => true,
  timeoutMs: 400,
})

/** Zalo as it answers each of the two. */
async function asking(answers: { readonly quota: unknown; readonly detail: unknown }) {
  const server = await listen()
  open.push(() => server.close())
  const refreshed: string[] = []
  server.app.get('/v3.0/oa/user/detail', (_, res) => void res.json(answers.detail))
  server.app.post('/v3.0/oa/quota/message', (_, res) => void res.json(answers.quota))
  return { asked: zaloAsking(settings(server.url, refreshed)), refreshed }
}

test('both questions are asked as the contract has them, and the samples are read', async () => {
  const platform = await cannedPlatform({ status: 200, body: { data: {}, error: 0, message: 'Success' } })
  open.push(platform.close)
  expect(await zaloAsking(settings(platform.url)).standing(who)).toEqual({ kind: 'known' })
  const sorted = platform.requests.toSorted((a, b) => a.path.localeCompare(b.path))
  expect(sorted).toMatchObject([
    { path: '/v3.0/oa/quota/message', body: { user_id: who.id }, headers: { access_token: 'TOKEN-1' } },
    { path: '/v3.0/oa/user/detail', query: { data: JSON.stringify({ user_id: who.id }) } },
  ])
  const { asked } = await asking({ quota, detail })
  expect(await asked.standing(who)).toEqual({
    kind: 'known',
    lastAt: new Date(1_795_334_300_000),
    follows: true,
    repliesLeft: 8,
  })
  expect(await asked.nameOf(who)).toBe('Nguyễn Văn Mẫu')
})

test.each([
  [-213, { kind: 'known', follows: false }],
  [-230, { kind: 'known', isShut: true, follows: true }],
  [-232, { kind: 'known', isShut: true, follows: true }],
  [-217, { kind: 'person-left' }],
  [-227, { kind: 'person-left' }],
  [-32, { kind: 'try-later' }],
  [-201, { kind: 'our-fault' }],
  [-224, { kind: 'try-later', alarm: true }],
  [-9_999, { kind: 'our-fault' }],
])('a quota refused with %i is read by the one table: %j', async (code, outcome) => {
  const { asked } = await asking({ quota: refusal(code), detail })
  expect(await asked.standing(who)).toMatchObject(outcome)
})

test('without the detail, the quota is answered all the same; without both, the quota’s refusal counts', async () => {
  const half = await asking({ quota, detail: refusal(-224) })
  const standing = await half.asked.standing(who)
  expect(standing).toMatchObject({ kind: 'known', lastAt: new Date(1_795_334_300_000) })
  expect(standing).not.toHaveProperty('follows')
  expect(await half.asked.nameOf(who)).toBeUndefined()
  const stranger = await asking({ quota, detail: refusal(-213) })
  expect(await stranger.asked.standing(who)).toMatchObject({ follows: false })
})

test.each([-216, -220])('a dead token (%i) is renewed once, and then given up', async (code) => {
  const { asked, refreshed } = await asking({ quota: refusal(code), detail })
  expect(await asked.standing(who)).toMatchObject({ kind: 'try-later' })
  expect(refreshed).toEqual(['TOKEN-1'])
})

test('odd answers cost nothing but themselves', async () => {
  const odd = { data: { last_interaction: 'hôm qua', cs_reply: 'x' }, error: 0 }
  const { asked } = await asking({ quota: odd, detail: { data: { display_name: '  ' }, error: 0 } })
  expect(await asked.standing(who)).toEqual({ kind: 'known' })
  expect(await asked.nameOf(who)).toBeUndefined()
  const page = await cannedPlatform({ status: 502, body: '<html>' })
  open.push(page.close)
  expect(await zaloAsking(settings(page.url)).standing(who)).toMatchObject({ kind: 'try-later' })
})

test('another OA’s people, and a minute that is full, are not asked about', async () => {
  const platform = await cannedPlatform({ status: 200, body: quota })
  open.push(platform.close)
  const asked = zaloAsking(settings(platform.url))
  expect(await asked.standing({ ...who, desk: '42' })).toMatchObject({ kind: 'our-fault' })
  const full = zaloAsking({ ...settings(platform.url), mayCall: async () => false })
  expect(await full.standing(who)).toMatchObject({ kind: 'try-later', untried: true })
  expect(platform.requests).toEqual([])
})
