import { afterEach, expect, test } from 'vitest'
import type { TokenSource } from '../../src/adapters/zalo/token-source.ts'
import { readZaloUsage } from '../../src/adapters/zalo/call-usage.ts'
import { zaloVerdicts, type ZaloVerdict } from '../../src/adapters/zalo/send-verdicts.ts'
import { zaloChannel, type ZaloSettings } from '../../src/adapters/zalo/zalo-channel.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample, sampleNames } from '../support/channel-samples.ts'

const to = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
const hello = { text: 'Chào bác', buttons: [] }
const ok = { status: 200, body: sample('zalo', 'api.cs.response.ok') }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

const noon = new Date('2026-11-22T12:00:20+07:00')
const clock = { now: () => noon }

async function channelAnswered(...answers: Parameters<typeof cannedPlatform>) {
  return channelWith({}, ...answers)
}

async function channelWith(changes: Partial<ZaloSettings>, ...answers: Parameters<typeof cannedPlatform>) {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  const refused: string[] = []
  const tokens: TokenSource = {
    current: async () => 'TOKEN-1',
    async refresh(token) {
      refused.push(token)
      return 'TOKEN-2'
    },
  }
  const channel = zaloChannel({
    ...ours.zalo,
    apiBase: platform.url,
    tokens,
    clock,
    timeoutMs: 400,
    ...changes,
  })
  return { channel, requests: platform.requests, refused }
}

test('a text is sent exactly as the sample request, with the bare token header', async () => {
  const { channel, requests } = await channelAnswered(ok)
  const sent = await channel.send(to, { text: 'Mức đóng thấp nhất năm 2026 là ...', buttons: [] }, 'out:1')
  expect(sent).toEqual({ kind: 'sent', platformId: '0e51aa90c3f24d18b2f7' })
  expect(requests).toHaveLength(1)
  expect(requests[0]?.path).toBe('/v3.0/oa/message/cs')
  expect(requests[0]?.body).toEqual(sample('zalo', 'api.cs.request.text'))
  expect(requests[0]?.headers).toMatchObject({ access_token: 'TOKEN-1', 'content-type': 'application/json' })
})

test('the contact form is sent exactly as the sample request', async () => {
  const contactForm = { title: 'BHXH tỉnh', imageUrl: 'https://bhxh.example/banner.png' }
  const { channel, requests } = await channelWith({ contactForm }, ok)
  const text = 'Xin phép nhận họ tên và số điện thoại để cán bộ gọi lại'
  expect(channel.limits.forms).toEqual(['contact'])
  await channel.send(to, { text, buttons: [], form: 'contact' }, 'out:1')
  expect(requests[0]?.body).toEqual(sample('zalo', 'api.cs.request.request_user_info'))
  expect((await channelAnswered()).channel.limits.forms).toBeUndefined()
})

test('buttons are sent as the oa.query.hide button of the sample request', async () => {
  const { channel, requests } = await channelAnswered(ok)
  const buttons = [{ label: 'Mức đóng', payload: '#muc_dong:v1:tu_nguyen' }]
  await channel.send(to, { text: 'Anh/chị muốn xem gì tiếp?', buttons }, 'out:1')
  const expected = structuredClone(sample('zalo', 'api.cs.request.text_buttons')) as {
    message: { attachment: { payload: { buttons: { type: string }[] } } }
  }
  const { payload } = expected.message.attachment
  payload.buttons = payload.buttons.filter(({ type }) => type === 'oa.query.hide')
  expect(payload.buttons).toHaveLength(1)
  expect(requests[0]?.body).toEqual(expected)
})

const sent = { kind: 'sent', platformId: '0e51aa90c3f24d18b2f7' }
const samples = sampleNames('zalo', 'api.cs.response.')

test.each(samples.filter((name) => name.includes('.ok')))('%s is a success', async (name) => {
  const { channel } = await channelAnswered({ status: 200, body: sample('zalo', name) })
  expect(await channel.send(to, hello, 'out:1')).toEqual(sent)
})

/** What the contracts say of each code: the word for people, and what becomes of the message. */
const rows: readonly (readonly [code: number, does: ZaloVerdict['does'], outcome: object])[] = [
  [
    -32,
    'retry',
    { kind: 'try-later', afterMs: expect.toSatisfy((ms: number) => ms >= 40_000 && ms < 45_000) as number },
  ],
  [-100, 'alert', { kind: 'our-fault' }],
  [-200, 'retry', { kind: 'try-later', afterMs: 30_000, tries: 3, then: 'our-fault' }],
  [-201, 'alert', { kind: 'our-fault' }],
  [-204, 'stop', { kind: 'try-later', alarm: true }],
  [-205, 'stop', { kind: 'try-later', alarm: true }],
  [-209, 'stop', { kind: 'try-later', alarm: true }],
  [-210, 'alert', { kind: 'our-fault' }],
  [-211, 'alert', { kind: 'try-later', alarm: true }],
  [-212, 're-auth', { kind: 'try-later', alarm: true }],
  [-213, 'drop', { kind: 'not-allowed-now' }],
  [-214, 'retry', { kind: 'try-later', tries: 5 }],
  [-216, 're-auth', { kind: 'try-later', untried: true, alarm: true }], // only after a fresh token was refused as well
  [-217, 'left', { kind: 'person-left' }],
  [-218, 'retry', { kind: 'try-later', afterMs: 3_600_000 }],
  [-219, 'stop', { kind: 'try-later', alarm: true }],
  [-220, 're-auth', { kind: 'try-later', untried: true, alarm: true }],
  [-221, 'stop', { kind: 'try-later', alarm: true }],
  [-223, 're-auth', { kind: 'try-later', alarm: true }],
  [-224, 'stop', { kind: 'try-later', alarm: true }],
  [-227, 'left', { kind: 'person-left' }],
  [-230, 'window', { kind: 'not-allowed-now' }],
  [-232, 'window', { kind: 'not-allowed-now' }],
  [-233, 'alert', { kind: 'our-fault' }],
  [
    -234,
    'retry',
    {
      kind: 'try-later',
      afterMs: expect.toSatisfy((ms: number) => ms >= 65_080_000 && ms < 65_680_000) as number,
    },
  ],
  [-235, 'alert', { kind: 'our-fault' }],
  [-237, 'alert', { kind: 'our-fault' }],
  [-238, 'alert', { kind: 'our-fault' }],
  [-240, 'alert', { kind: 'our-fault' }],
  [-241, 'alert', { kind: 'our-fault' }],
  [-242, 'stop', { kind: 'try-later', alarm: true }],
  [-244, 'left', { kind: 'person-left' }],
  [-248, 'alert', { kind: 'our-fault' }],
  [-249, 'alert', { kind: 'our-fault' }],
  [-320, 'alert', { kind: 'try-later', alarm: true }],
  [-321, 'alert', { kind: 'try-later', alarm: true }],
  [-403, 'alert', { kind: 'our-fault' }],
]

test('every code of the table has a row here, and every sample of an error is among them', () => {
  const codes = rows.map(([code]) => code)
  expect(codes.toSorted()).toEqual(Object.keys(zaloVerdicts).map(Number).toSorted())
  const inSamples = samples.flatMap((name) => /error\.(\d+)$/.exec(name)?.[1] ?? [])
  expect(inSamples.filter((code) => !codes.includes(-Number(code)))).toEqual([])
})

test.each(rows)('%i: %s', async (code, does, outcome) => {
  expect(zaloVerdicts[code]?.does).toBe(does)
  const { channel } = await channelAnswered({
    status: 200,
    body: { error: code, message: 'as Zalo words it' },
  })
  const given = await channel.send(to, hello, 'out:1')
  expect(given).toMatchObject(outcome)
  if (given.kind === 'person-left') expect(given.detail).toContain(`zalo ${code}: `)
})

test.each(rows.filter(([, does]) => does === 'stop').map(([code]) => code))(
  'after %i the OA waits: the next message is held without a call, and one goes first later',
  async (code) => {
    let ms = noon.getTime()
    const { channel, requests } = await channelWith(
      { clock: { now: () => new Date(ms) } },
      { status: 200, body: { error: code, message: 'stop' } },
      ok,
    )
    await channel.send(to, hello, 'out:1')
    expect(await channel.send(to, hello, 'out:2')).toMatchObject({ kind: 'try-later', untried: true })
    expect(requests).toHaveLength(1)
    ms += 10 * 60_000
    expect(await channel.send(to, hello, 'out:2')).toEqual(sent)
  },
)

test('when the calls of the minute are used up, messages wait for the next one without a call', async () => {
  const { channel, requests } = await channelWith({ callLimit: { take: async () => 'too-many' } }, ok)
  const given = await channel.send(to, hello, 'out:1')
  expect(given).toMatchObject({ kind: 'try-later', untried: true })
  expect(requests).toEqual([])
})

test.each([
  [{}, 0],
  [{ 'x-ratelimit-limit': '4000', 'x-ratelimit-remain': '1000' }, 75],
  [{ 'x-ratelimit-limit': '4000', 'x-ratelimit-remain': '0' }, 100],
  [{ 'x-ratelimit-limit': '0', 'x-ratelimit-remain': 'odd' }, 0],
])('headers %j say that %i %% of the minute is used', (headers, percent) => {
  expect(readZaloUsage(headers)).toEqual({ percent, regainMinutes: 0 })
})

test.each([216, 220])(
  'after -%i it refreshes once, sends again with the new token, and succeeds',
  async (code) => {
    const dead = { status: 200, body: sample('zalo', `api.cs.response.error.${code}`) }
    const { channel, requests, refused } = await channelAnswered(dead, ok)
    expect(await channel.send(to, hello, 'out:1')).toEqual(sent)
    expect(refused).toEqual(['TOKEN-1'])
    expect(requests.map(({ headers }) => headers['access_token'])).toEqual(['TOKEN-1', 'TOKEN-2'])
  },
)

test('a token refused twice is not refreshed a second time', async () => {
  const dead = { status: 200, body: sample('zalo', 'api.cs.response.error.216') }
  const { channel, requests, refused } = await channelAnswered(dead)
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'try-later', untried: true })
  expect([requests.length, refused.length]).toEqual([2, 1])
})

test.each([
  ['a gateway page', { status: 502, body: '<html>' }, { kind: 'try-later' }],
  ['too many requests', { status: 429, body: '' }, { kind: 'try-later' }],
  ['a closed socket', 'hang-up', { kind: 'try-later', detail: 'network: ECONNRESET' }],
  ['silence', 'never', { kind: 'try-later' }],
  ['a page where JSON should be', { status: 200, body: '<html>' }, { kind: 'our-fault' }],
  ['success without a message id', { status: 200, body: { error: 0, data: {} } }, { kind: 'our-fault' }],
  ['a code nobody knows', { status: 200, body: { error: -9_999, message: '?' } }, { kind: 'our-fault' }],
  ['a redirect', { status: 302, body: '' }, { kind: 'our-fault' }],
] as const)('%s is classified, not thrown', async (_, answer, outcome) => {
  const { channel } = await channelAnswered(answer)
  const given = await channel.send(to, hello, 'out:1')
  expect(given).toMatchObject(outcome)
  expect(JSON.stringify(given)).not.toMatch(/TOKEN|Chào bác/)
})

test('a message for another OA is refused before anything is sent', async () => {
  const { channel, requests } = await channelAnswered(ok)
  expect(await channel.send({ ...to, desk: '42' }, hello, 'out:1')).toMatchObject({ kind: 'our-fault' })
  expect(requests).toEqual([])
})
