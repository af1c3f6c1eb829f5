import { afterEach, expect, test } from 'vitest'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample, sampleNames } from '../support/channel-samples.ts'

const vector = sample('messenger', '_signature-vector')['appsecret_proof'] as {
  readonly access_token: string
  readonly proof: string
}
const to = { channel: 'messenger', desk: ours.messenger.pageId, id: ours.messengerUser } as const
const hello = { text: 'Chào bác', buttons: [] }
const ok = { status: 200, body: sample('messenger', 'send.response.ok') }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function channelAnswered(...answers: Parameters<typeof cannedPlatform>) {
  const platform = await cannedPlatform(...answers)
  open.push(platform.close)
  const settings = {
    ...ours.messenger,
    apiBase: platform.url,
    pageToken: vector.access_token,
    timeoutMs: 400,
  }
  return { channel: messengerChannel(settings), requests: platform.requests }
}

test('a text is sent exactly as the sample request, our id in its metadata, with the proof of the vector', async () => {
  const { channel, requests } = await channelAnswered(ok)
  const reply = { text: 'Chào anh/chị, em là trợ lý tự động của BHXH.', buttons: [] }
  expect(await channel.send(to, reply, 'out:9f31c2')).toEqual({ kind: 'sent', platformId: 'm_PageSent0001' })
  expect(requests).toHaveLength(1)
  expect(requests[0]?.path).toBe(`/${ours.messenger.pageId}/messages`)
  expect(requests[0]?.body).toEqual(sample('messenger', 'send.request.text'))
  expect(requests[0]?.query).toEqual({ access_token: vector.access_token, appsecret_proof: vector.proof })
})

test('buttons are sent as the text quick replies of the sample request', async () => {
  const { channel, requests } = await channelAnswered(ok)
  const buttons = [
    { label: 'BHXH tự nguyện', payload: 'TOPIC:v1:BHXH_TN' },
    { label: 'BHYT hộ gia đình', payload: 'TOPIC:v1:BHYT_HGD' },
  ]
  await channel.send(to, { text: 'Anh/chị quan tâm mục nào?', buttons }, 'out:1')
  const expected = structuredClone(sample('messenger', 'send.request.quick_replies')) as {
    message: { metadata?: string; quick_replies: { content_type: string }[] }
  }
  expected.message.metadata = 'out:1'
  expected.message.quick_replies = expected.message.quick_replies.filter(
    (each) => each.content_type === 'text',
  )
  expect(expected.message.quick_replies).toHaveLength(2)
  expect(requests[0]?.body).toEqual(expected)
})

test.each([
  ['send.request.private_reply', 'comment:555_777'],
  ['send.request.private_reply_post', 'post:108877001122334_900'],
])('%s is the private reply to %s, and who it reached is told', async (name, id) => {
  const { channel, requests } = await channelAnswered({
    status: 200,
    body: sample('messenger', 'send.response.ok.private_reply'),
  })
  const expected = structuredClone(sample('messenger', name)) as {
    message: { text: string; metadata?: string }
  }
  expected.message.metadata = 'out:1'
  const sent = await channel.send({ ...to, id }, { text: expected.message.text, buttons: [] }, 'out:1')
  expect(sent).toEqual({ kind: 'sent', platformId: 'm_PageSent0005', reached: '7712340098761234' })
  expect(requests[0]?.body).toEqual(expected)
})

const outcomes: Readonly<Record<string, object>> = {
  'send.response.ok': { kind: 'sent', platformId: 'm_PageSent0001' },
  'send.response.ok.user_ref': { kind: 'sent', platformId: 'm_PageSent0004' },
  'send.response.ok.private_reply': { kind: 'sent', platformId: 'm_PageSent0005' },
  'send.response.ok.sender_action': { kind: 'our-fault' }, // not an answer to a message: it has no message id
  'send.response.error.1_99_unknown': { kind: 'try-later' },
  'send.response.error.2_temporary': { kind: 'try-later' },
  'send.response.error.4_app_rate': { kind: 'try-later', afterMs: 60_000 },
  'send.response.error.10_2018278_window': { kind: 'not-allowed-now' },
  'send.response.error.10_2018300_thread_control': { kind: 'try-later' },
  'send.response.error.10_1893063_page_restricted': { kind: 'try-later', afterMs: 1_800_000 },
  'send.response.error.100_2018001_no_user': { kind: 'our-fault' },
  'send.response.error.100_2018292_bad_comment': { kind: 'not-allowed-now' },
  'send.response.error.100_invalid_parameter_retired_tag': { kind: 'our-fault' },
  'send.response.error.100_too_long': { kind: 'our-fault' },
  'send.response.error.105_too_many_elements': { kind: 'our-fault' },
  'send.response.error.194_too_few_elements': { kind: 'our-fault' },
  'send.response.error.190_permissions_lost': { kind: 'try-later', alarm: true },
  'send.response.error.190_token_invalid': { kind: 'try-later', alarm: true },
  'send.response.error.200_permission': { kind: 'try-later', alarm: true },
  'send.response.error.200_1545041_unavailable': { kind: 'person-left' },
  'send.response.error.368_policy_block': { kind: 'try-later', alarm: true },
  'send.response.error.551_unavailable': { kind: 'person-left' },
  'send.response.error.613_rate': { kind: 'try-later', afterMs: 60_000 },
  'send.response.error.613_1893016_abusive_tag_use': { kind: 'try-later', afterMs: 600_000 },
  'send.response.error.1200_temporary': { kind: 'try-later' },
  'send.response.error.10900_already_replied': { kind: 'not-allowed-now' },
}

test('every response sample of the Send API has a row here', () => {
  expect(Object.keys(outcomes).sort()).toEqual([...sampleNames('messenger', 'send.response.')].sort())
})

test.each(Object.entries(outcomes))('%s means %j', async (name, outcome) => {
  const status = name.includes('.ok') ? 200 : 400
  const { channel } = await channelAnswered({ status, body: sample('messenger', name) })
  expect(await channel.send(to, hello, 'out:1')).toMatchObject(outcome)
})

test('an error is an error whatever the HTTP status says', async () => {
  const body = sample('messenger', 'send.response.error.551_unavailable')
  const { channel } = await channelAnswered({ status: 200, body })
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'person-left' })
})

test.each([
  ['a gateway page', { status: 502, body: '<html>' }, { kind: 'try-later' }],
  ['a closed socket', 'hang-up', { kind: 'try-later', detail: 'network: ECONNRESET' }],
  ['silence', 'never', { kind: 'try-later' }],
  ['a page where JSON should be', { status: 200, body: '<html>' }, { kind: 'our-fault' }],
  ['a code nobody knows', { status: 400, body: { error: { code: 98_765 } } }, { kind: 'our-fault' }],
] as const)('%s is classified, not thrown, and tells no secret', async (_, answer, outcome) => {
  const { channel } = await channelAnswered(answer)
  const given = await channel.send(to, hello, 'out:1')
  expect(given).toMatchObject(outcome)
  expect(JSON.stringify(given)).not.toMatch(/INVENTED|Chào bác|access_token/)
})

test('a message for another Page is refused before anything is sent', async () => {
  const { channel, requests } = await channelAnswered(ok)
  expect(await channel.send({ ...to, desk: '42' }, hello, 'out:1')).toMatchObject({ kind: 'our-fault' })
  expect(requests).toEqual([])
})

test('a dead token holds everything back without asking again and again', async () => {
  const dead = { status: 400, body: sample('messenger', 'send.response.error.190_token_invalid') }
  const { channel, requests } = await channelAnswered(dead)
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'try-later', alarm: true })
  expect(await channel.send(to, hello, 'out:2')).toMatchObject({ kind: 'try-later', untried: true })
  expect(requests).toHaveLength(1)
})

test('the message and its window: nothing is ever tagged, HUMAN_AGENT least of all', async () => {
  const { channel, requests } = await channelAnswered(ok)
  await channel.send(to, { text: 'Chào bác', buttons: [{ label: 'Có', payload: '#co' }] }, 'out:1')
  expect(requests[0]?.body).toMatchObject({ messaging_type: 'RESPONSE' })
  expect(JSON.stringify(requests[0]?.body)).not.toMatch(/tag|HUMAN_AGENT/i)
})
