import { describe, expect, test } from 'vitest'
import { messengerDesksIn } from '../../src/adapters/messenger/desks-in-call.ts'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { messengerLimits } from '../../src/adapters/messenger/reply-body.ts'
import { zaloDesksIn } from '../../src/adapters/zalo/desks-in-call.ts'
import { zaloChannel } from '../../src/adapters/zalo/zalo-channel.ts'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import { channelOfPages } from '../../src/pages/channel-of-pages.ts'
import type { Channel } from '../../src/ports.ts'
import { ours, sample, sampleBytes, signed } from '../support/channel-samples.ts'

const clock = { now: () => new Date() }
const noTokens = { current: () => Promise.reject(new Error()), refresh: () => Promise.reject(new Error()) }

function zaloOf(
  ...oas: readonly { readonly oaId: string; readonly appId?: string; readonly oaSecret?: string }[]
) {
  const channels = new Map(
    oas.map((oa) => [
      oa.oaId,
      zaloChannel({ ...ours.zalo, ...oa, apiBase: 'http://x', tokens: noTokens, clock }),
    ]),
  )
  const limits = { textLength: 2000, buttons: 5, buttonLength: 100 }
  return channelOfPages({ name: 'zalo', limits, desksIn: zaloDesksIn, channels: () => channels })
}

function messengerOf(...pages: readonly { readonly pageId: string; readonly appSecret: string }[]): Channel {
  const channels = new Map(
    pages.map((page) => [page.pageId, messengerChannel({ ...page, pageToken: 't', apiBase: 'http://x' })]),
  )
  return channelOfPages({
    name: 'messenger',
    limits: messengerLimits,
    desksIn: messengerDesksIn,
    channels: () => channels,
  })
}

const desksOf = (channel: Channel, request: Parameters<Channel['receive']>[0]) => {
  const received = channel.receive(request)
  return received.kind === 'events' ? received.messages.map(({ from }) => from.desk) : received.why
}

describe('several Official Accounts', () => {
  const second = { oaId: '222', oaSecret: 'its-own' }
  const text = sample('zalo', 'webhook.user_send_text')

  test('each gets its own people’s messages', () => {
    const both = zaloOf(ours.zalo, { oaId: '222' })
    expect(desksOf(both, signed('zalo', text))).toEqual([ours.zalo.oaId])
    expect(desksOf(both, signed('zalo', { ...text, recipient: { id: '222' } }))).toEqual(['222'])
  })

  test('the secret of one opens nothing for another', () => {
    const both = zaloOf(ours.zalo, second)
    expect(desksOf(both, signed('zalo', { ...text, recipient: { id: '222' } }))).toBe('bad signature')
  })

  test.each([
    ['a message to it', { ...text, recipient: { id: '333' } }, '333'],
    ['a follower of it', { ...sample('zalo', 'webhook.follow'), oa_id: '333' }, '333'],
    [
      'a receipt, where its id could be a person’s',
      { ...text, event_name: 'user_seen_message', recipient: { id: '333' }, sender: { id: '444' } },
      'unknown',
    ],
  ])('an event of a page that is not ours is dropped and named: %s', (_, event, name) => {
    expect(zaloOf(ours.zalo).receive(signed('zalo', event))).toMatchObject({
      kind: 'events',
      messages: [],
      ignored: [],
      strangers: [name],
    })
  })

  test('a receipt is known by whichever side is ours', () => {
    const seen = sampleBytes('zalo', 'webhook.user_seen_message')
    expect(zaloOf(ours.zalo).receive(signed('zalo', seen))).toMatchObject({ ignored: ['user_seen_message'] })
  })

  test('a body that is no event of Zalo is refused', () => {
    expect(zaloOf(ours.zalo).receive(inboundRequest(Buffer.from('{'), {}))).toMatchObject({ kind: 'refused' })
    expect(zaloOf().receive(inboundRequest(Buffer.from('{'), {}))).toMatchObject({ kind: 'refused' })
  })
})

describe('several Facebook Pages', () => {
  const { pageId, appSecret } = ours.messenger
  const text = sample('messenger', 'webhook.messages.text')
  const [entry] = text['entry'] as { messaging: { recipient: { id: string }; message: { mid: string } }[] }[]
  const entryOf = (id: string) => ({
    ...entry,
    id,
    messaging: entry?.messaging.map((event) => ({ ...event, recipient: { id } })),
  })
  const batch = (...ids: string[]) => signed('messenger', { object: 'page', entry: ids.map(entryOf) })

  test('one call may bring messages of several; the rest is named', () => {
    const both = messengerOf({ pageId, appSecret }, { pageId: '222', appSecret })
    const received = both.receive(batch(pageId, '333', '222', '333'))
    expect(received).toMatchObject({ kind: 'events', ignored: [], strangers: ['333'] })
    expect(desksOf(both, batch(pageId, '333', '222'))).toEqual([pageId, '222'])
  })

  test('a call signed by another app is refused whole', () => {
    const both = messengerOf({ pageId, appSecret }, { pageId: '222', appSecret: 'another-app' })
    expect(desksOf(both, batch(pageId, '222'))).toBe('bad signature')
  })

  test('a genuine call that names no page is ignored, a forged one refused', () => {
    const both = messengerOf({ pageId: '222', appSecret: 'another-app' }, { pageId, appSecret })
    const test = sampleBytes('messenger', 'webhook.dashboard_test_shape')
    expect(both.receive(signed('messenger', test))).toMatchObject({ kind: 'events', messages: [] })
    expect(both.receive(inboundRequest(test, {}))).toMatchObject({ kind: 'refused' })
  })
})

test('a message for a page that is gone is not sent, and says so', async () => {
  const to = { channel: 'zalo', desk: '9', id: 'u' } as const
  expect(await zaloOf().send(to, { text: 'a', buttons: [] }, 'o1')).toMatchObject({ kind: 'our-fault' })
})
