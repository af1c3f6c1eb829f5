import { afterEach, expect, test } from 'vitest'
import { templateVerdicts, type TemplateVerdict } from '../../src/adapters/notify/template-verdicts.ts'
import { untilMorning } from '../../src/adapters/platform/until-morning.ts'
import { zaloAgentNotifier } from '../../src/adapters/notify/zalo-agent-notifier.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { sample, sampleNames } from '../support/channel-samples.ts'

const atNight = new Date('2026-11-22T23:05:00+07:00') // seven hours before 06:05
const notice = {
  phone: '+84912000111',
  template: 'new-lead',
  data: {
    agent_name: 'Trần Thị Thu',
    lead_name: 'Nguyễn Văn Mẫu',
    lead_code: 'L000123',
    created_at: '09:15 22/11/2026',
  },
  trackingId: 'lead-000123-assigned',
} as const
const ok = { status: 200, body: sample('zalo', 'zns.phone.response.ok') }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function notifierAnswered(...answers: Parameters<typeof cannedPlatform>) {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  const notifier = zaloAgentNotifier({
    templateBase: platform.url,
    tokens: { current: async () => 'TOKEN-1', refresh: async () => 'TOKEN-2' },
    templates: { 'new-lead': '300417', 'sign-in-code': undefined },
    clock: { now: () => atNight },
    nights: 'send',
    timeoutMs: 400,
  })
  return { notifier, requests: platform.requests }
}

test('a notice is sent exactly as the sample request', async () => {
  const { notifier, requests } = await notifierAnswered(ok)
  expect(await notifier.tell(notice)).toEqual({ kind: 'sent', platformId: 'c3f77a0bb41299de0d51' })
  expect(requests[0]?.path).toBe('/message/template')
  expect(requests[0]?.body).toEqual(sample('zalo', 'zns.phone.request'))
  expect(requests[0]?.headers['access_token']).toBe('TOKEN-1')
})

const sevenHours = 7 * 3_600_000
/** What the contracts say of each code. */
const rows: readonly (readonly [does: TemplateVerdict['does'], outcome: object, codes: readonly number[]])[] =
  [
    ['retry', { kind: 'try-later', afterMs: 60_000 }, [-100]],
    ['tomorrow', { kind: 'try-later', afterMs: sevenHours }, [-133, -144, -1441, -147, -1471, -1472]],
    ['left', { kind: 'person-left' }, [-110, -114, -118, -119, -139, -140, -141]],
    ['re-auth', { kind: 'try-later', untried: true, alarm: true }, [-124]], // after a fresh token was refused as well
    [
      'alert',
      { kind: 'our-fault' },
      [-101, -102, -103, -104, -105, -106, -107, -108, -109, -111, -112, -1121],
    ],
    ['alert', { kind: 'our-fault' }, [-1122, -1124, -113, -1131, -115, -116, -117, -120, -121, -122, -1241]],
    ['alert', { kind: 'our-fault' }, [-125, -126, -127, -131, -132, -135, -1351, -136, -137, -138, -1381]],
    ['alert', { kind: 'our-fault' }, [-145, -146, -160, -161, -162]],
  ]
const each = rows.flatMap(([does, outcome, codes]) => codes.map((code) => [code, does, outcome] as const))

test('every code of the template family has a row here, and every sample of an error is among them', () => {
  const codes = each.map(([code]) => code)
  expect(codes.toSorted()).toEqual(Object.keys(templateVerdicts).map(Number).toSorted())
  const inSamples = sampleNames('zalo', 'zns.response.error.').map((name) => -Number(name.split('.').at(-1)))
  expect(inSamples.filter((code) => !codes.includes(code))).toEqual([])
})

test.each(each)('%i: %s', async (code, does, outcome) => {
  expect(templateVerdicts[code]?.does).toBe(does)
  const { notifier } = await notifierAnswered({
    status: 200,
    body: { error: code, message: 'as Zalo words it' },
  })
  expect(await notifier.tell(notice)).toMatchObject(outcome)
})

test('this family says -124 for a dead token: refreshed once, then sent', async () => {
  const { notifier, requests } = await notifierAnswered(
    { status: 200, body: sample('zalo', 'zns.response.error.124') },
    ok,
  )
  expect(await notifier.tell(notice)).toMatchObject({ kind: 'sent' })
  expect(requests.map(({ headers }) => headers['access_token'])).toEqual(['TOKEN-1', 'TOKEN-2'])
})

test('what Zalo says of today’s quota is passed on, and a send without it is sent all the same', async () => {
  const learnt: object[] = []
  const learn = async (quota: object) => void learnt.push(quota)
  const { data, ...envelope } = ok.body as { data: object }
  const bare = { status: 200, body: { ...envelope, data: { ...data, quota: undefined } } }
  const platform = await cannedPlatform(ok, bare)
  open.push(platform.close)
  const notifier = zaloAgentNotifier({
    templateBase: platform.url,
    tokens: { current: async () => 'TOKEN-1', refresh: async () => 'TOKEN-2' },
    templates: { 'new-lead': '300417' },
    clock: { now: () => atNight },
    nights: 'send',
    learn,
  })
  expect(await notifier.tell(notice)).toMatchObject({ kind: 'sent' })
  expect(await notifier.tell(notice)).toMatchObject({ kind: 'sent' })
  expect(learnt).toEqual([{ daily: 500, remaining: 499 }])
})

test('without an approved template, or with a tracking id that is too long, nothing is sent', async () => {
  const { notifier, requests } = await notifierAnswered(ok)
  expect(await notifier.tell({ ...notice, template: 'sign-in-code' })).toMatchObject({ kind: 'our-fault' })
  expect(await notifier.tell({ ...notice, trackingId: 'x'.repeat(49) })).toMatchObject({ kind: 'our-fault' })
  expect(requests).toEqual([])
})

test.each([
  ['2026-11-22T06:04:59+07:00', 1_000],
  ['2026-11-22T06:05:00+07:00', 24 * 3_600_000],
  ['2026-11-22T22:00:00+07:00', 8 * 3_600_000 + 5 * 60_000],
  ['2026-11-22T00:00:00+07:00', 6 * 3_600_000 + 5 * 60_000],
])('from %s it is %i ms until templates may be sent', (now, ms) => {
  expect(untilMorning(new Date(now))).toBe(ms)
})
