import { afterEach, expect, test } from 'vitest'
import { zaloPersonNotifier } from '../../src/adapters/notify/zalo-person-notifier.ts'
import { likelyVariants, type ZaloVariants } from '../../src/adapters/zalo/variants.ts'
import { notifierOf } from '../../src/app-notices.ts'
import type { ZaloPage } from '../../src/pages/page.ts'
import { fakeZalo, type FakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import type { FakeZaloOptions } from '../../src/simulator/fake-zalo/options.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample } from '../support/channel-samples.ts'
import { listen } from '../support/listen.ts'

const byDay = new Date('2026-11-22T09:15:00+07:00')
const tokens = { current: async () => 'at-0', refresh: async () => 'at-0' }
const to = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
const data = {
  agent_name: 'Trần Thị Thu',
  lead_name: 'Nguyễn Văn Mẫu',
  lead_code: 'L000123',
  created_at: '09:15 22/11/2026',
}
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

const platformAnswering = async (...answers: Parameters<typeof cannedPlatform>) => {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  return platform
}

test.each([
  ['off', sample('zalo', 'zbs.uid.request')],
  ['on', { ...sample('zalo', 'zbs.uid.request'), tracking_id: 'moi-1' }],
] as const)('a template by id is the sample request (tracking id: %s)', async (personTracking, body) => {
  const platform = await platformAnswering({ status: 200, body: sample('zalo', 'zbs.uid.response.ok') })
  const notifier = zaloPersonNotifier({
    apiBase: platform.url,
    tokens,
    templateId: '300417',
    clock: { now: () => byDay },
    variants: { nights: 'wait', personTracking },
  })
  expect(await notifier.tell({ to, data, trackingId: 'moi-1' })).toEqual({
    kind: 'sent',
    platformId: 'c3f77a0bb41299de0d52',
  })
  expect(platform.requests).toMatchObject([
    { path: '/v3.0/oa/message/template', body, headers: { access_token: 'at-0' } },
  ])
})

const keys = { appId: '4410', appSecret: 'S', oaSecret: 'O' }

/** The program's way to a citizen, against the fake platform. */
async function start(
  habits: Partial<FakeZaloOptions>,
  templates: Partial<ZaloPage['keys']>,
  { now = byDay, variants = likelyVariants }: { now?: Date; variants?: ZaloVariants } = {},
) {
  const server = await listen()
  open.push(server.close)
  const fake: FakeZalo = fakeZalo({
    ...{ ...keys, oaId: to.desk, refreshToken: 'rt', accessToken: 'at-0', people: [to.id], now: () => now },
    ...{ webhookUrl: `${server.url}/nobody`, echoes: false, receipts: false, ...habits },
  })
  server.app.use(fake.router)
  const page: ZaloPage = {
    ...{
      channel: 'zalo',
      id: to.desk,
      province: '40',
      commune: undefined,
      voice: 'BHXH',
      hours: '',
      hotline: '',
    },
    keys: { ...keys, ...templates },
  }
  const zalo = { apiBase: server.url, oauthBase: server.url, templateBase: server.url, variants }
  const platforms = { zalo, messenger: { apiBase: '' }, firstTokens: new Map(), keepsTokens: false }
  const pages = { all: () => [page], find: () => page }
  const store = { zaloQuotas: { note: async () => undefined, list: async () => [] } }
  const { tellCitizen } = notifierOf({ pages, platforms, clock: { now: () => now }, store }, () => tokens)
  const tell = (phone?: string) =>
    tellCitizen({ to, phone, template: 'new-caller', data: { code: 'L1' }, trackingId: 'moi-1' })
  return { fake, tell }
}

const both = { templateNewCallerById: 'by-id', templateNewCaller: 'by-phone' }

test('by id first: no phone is needed, and the phone they left hears nothing twice', async () => {
  const { fake, tell } = await start({}, both)
  expect(await tell('+84912000111')).toMatchObject({ kind: 'sent' })
  expect(fake.received(to.id).map(({ text }) => text)).toEqual(['[by-id] L1'])
  expect(fake.notices()).toEqual([])
  expect(await tell()).toMatchObject({ kind: 'sent' })
})

test('a template that goes by phone only, or a person who blocked the OA: by phone, where one was left', async () => {
  const phoneOnly = await start({ phoneOnly: ['by-id'] }, both)
  expect(await phoneOnly.tell('+84912000111')).toMatchObject({ kind: 'sent' })
  expect(phoneOnly.fake.notices('84912000111')).toMatchObject([{ templateId: 'by-phone' }])
  expect(await phoneOnly.tell()).toMatchObject({ kind: 'our-fault' })
  const blocked = await start({}, both)
  blocked.fake.block(to.id)
  expect(await blocked.tell()).toMatchObject({ kind: 'person-left' })
})

test('an unclear send is not tried a second way', async () => {
  const { fake, tell } = await start({}, both)
  fake.failNext({ kind: 'hang-up', delivered: true })
  expect(await tell('+84912000111')).toMatchObject({ kind: 'try-later', unclear: true })
  expect([fake.received(to.id), fake.notices()]).toMatchObject([[{ text: '[by-id] L1' }], []])
})

const nights = ['2026-11-22T22:00:00+07:00', '2026-11-23T06:04:00+07:00']

test.each(nights)('at %s nothing is asked of Zalo: it is known to wait for 06:05', async (night) => {
  const now = new Date(night)
  const { fake, tell } = await start({ promotions: ['by-id', 'by-phone'] }, both, { now })
  const answer = await tell('+84912000111')
  expect(answer).toMatchObject({ kind: 'try-later', untried: true })
  const opens = Date.parse('2026-11-23T06:05:00+07:00') - now.getTime()
  const { afterMs } = answer as { afterMs: number }
  expect(afterMs).toBeGreaterThanOrEqual(opens)
  expect(afterMs).toBeLessThan(opens + 10 * 60_000)
  expect(fake.refusals()).toEqual([])
})

test('left to Zalo, a template that promotes is refused at night and goes in the morning', async () => {
  const habits = { promotions: ['by-id'] }
  const variants = { ...likelyVariants, nights: 'send' } as const
  const night = await start(habits, both, { now: new Date(nights[0] ?? ''), variants })
  expect(await night.tell()).toMatchObject({ kind: 'try-later' })
  expect(night.fake.refusals()).toEqual([-234])
  const day = await start(habits, both, { variants })
  expect(await day.tell()).toMatchObject({ kind: 'sent' })
})
