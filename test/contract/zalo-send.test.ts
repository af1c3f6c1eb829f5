import { afterEach, expect, test } from 'vitest'
import type { TokenSource } from '../../src/adapters/zalo/token-source.ts'
import { zaloChannel } from '../../src/adapters/zalo/zalo-channel.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample, sampleNames } from '../support/channel-samples.ts'

const to = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
const hello = { text: 'Chào bác', buttons: [] }
const ok = { status: 200, body: sample('zalo', 'api.cs.response.ok') }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function channelAnswered(...answers: Parameters<typeof cannedPlatform>) {
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
  const channel = zaloChannel({ ...ours.zalo, apiBase: platform.url, tokens, timeoutMs: 400 })
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
const outcomes: Readonly<Record<string, object>> = {
  'api.cs.response.ok': sent,
  'api.cs.response.ok.billed': sent,
  'api.cs.response.ok.legacy_quota': sent,
  'api.cs.response.ok.sub_quota': sent,
  'api.cs.response.error.32': { kind: 'try-later', afterMs: 60_000 },
  'api.cs.response.error.100': { kind: 'our-fault' },
  'api.cs.response.error.200': { kind: 'try-later', afterMs: 30_000 },
  'api.cs.response.error.201': { kind: 'our-fault' },
  'api.cs.response.error.204': { kind: 'our-fault' },
  'api.cs.response.error.205': { kind: 'our-fault' },
  'api.cs.response.error.209': { kind: 'our-fault' },
  'api.cs.response.error.210': { kind: 'our-fault' },
  'api.cs.response.error.211': { kind: 'our-fault' },
  'api.cs.response.error.212': { kind: 'our-fault' },
  'api.cs.response.error.213': { kind: 'not-allowed-now' },
  'api.cs.response.error.216': { kind: 'our-fault' }, // only after a fresh token was refused as well
  'api.cs.response.error.217': { kind: 'person-left' },
  'api.cs.response.error.218': { kind: 'not-allowed-now' },
  'api.cs.response.error.219': { kind: 'our-fault' },
  'api.cs.response.error.220': { kind: 'our-fault' },
  'api.cs.response.error.221': { kind: 'our-fault' },
  'api.cs.response.error.223': { kind: 'our-fault' },
  'api.cs.response.error.224': { kind: 'our-fault' },
  'api.cs.response.error.227': { kind: 'person-left' },
  'api.cs.response.error.230': { kind: 'not-allowed-now' },
  'api.cs.response.error.232': { kind: 'not-allowed-now' },
  'api.cs.response.error.233': { kind: 'our-fault' },
  'api.cs.response.error.234': { kind: 'try-later', afterMs: 3_600_000 },
  'api.cs.response.error.240': { kind: 'our-fault' },
  'api.cs.response.error.242': { kind: 'our-fault' },
  'api.cs.response.error.244': { kind: 'person-left' },
  'api.cs.response.error.248': { kind: 'our-fault' },
  'api.cs.response.error.320': { kind: 'our-fault' },
  'api.cs.response.error.321': { kind: 'our-fault' },
}

test('every response sample of the send API has a row here', () => {
  expect(Object.keys(outcomes).sort()).toEqual([...sampleNames('zalo', 'api.cs.response.')].sort())
})

test.each(Object.entries(outcomes))('%s means %j', async (name, outcome) => {
  const { channel } = await channelAnswered({ status: 200, body: sample('zalo', name) })
  const given = await channel.send(to, hello, 'out:1')
  expect(given).toMatchObject(outcome)
  if (given.kind === 'try-later' || given.kind === 'person-left') {
    expect(given.detail).toContain(`zalo ${String(sample('zalo', name)['error'])}: `)
  }
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
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'our-fault' })
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
