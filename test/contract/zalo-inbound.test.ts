import { expect, test } from 'vitest'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { ours, sample, sampleBytes, sampleNames, signed } from '../support/channel-samples.ts'

const receive = (body: Buffer | object) => receiveFromZalo(signed('zalo', body), ours.zalo)
const wordless = (what: string) => ({ kind: 'wordless', what })

/** What every webhook sample must become: something a person did, or the name it is ignored under. */
const becomes: Readonly<Record<string, object | string>> = {
  'webhook.user_send_text': { kind: 'words', text: 'Cho tôi hỏi mức đóng BHXH tự nguyện' },
  'webhook.user_send_text.quoted': { kind: 'words', text: 'Đúng rồi, tỉnh Nghệ An' },
  'webhook.user_send_text.button_tap': {
    kind: 'words',
    text: '#muc_dong:v1:tu_nguyen',
    payload: '#muc_dong:v1:tu_nguyen',
  },
  'webhook.user_send_image': { kind: 'words', text: 'ảnh thẻ BHYT' },
  'webhook.user_send_gif': wordless('gif'),
  'webhook.user_send_link': wordless('link'),
  'webhook.user_send_audio': wordless('audio'),
  'webhook.user_send_video': wordless('video'),
  'webhook.user_send_sticker': wordless('sticker'),
  'webhook.user_send_location': wordless('location'),
  'webhook.user_send_file': wordless('file'),
  'webhook.user_send_business_card': wordless('contact'),
  'webhook.user_submit_info': {
    kind: 'shared',
    contact: { phone: '+84912000111', name: 'Nguyễn Văn Mẫu', commune: 'Phường Vinh Phú, Tỉnh Nghệ An' },
  },
  'webhook.user_submit_info.variant_old': {
    kind: 'shared',
    contact: { phone: '+84912000111', name: 'Nguyễn Văn Mẫu', commune: 'Vinh Phú, Nghệ An' },
  },
  'webhook.follow': { kind: 'arrived' },
  'webhook.user_click_chatnow': { kind: 'arrived' },
  'webhook.unfollow': 'unfollow',
  'webhook.anonymous_send_text': 'anonymous_send_text',
  'webhook.oa_send_text': 'oa_send_text',
  'webhook.oa_send_text.by_admin': 'oa_send_text',
  'webhook.oa_send_text.template': 'oa_send_text',
  'webhook.oa_send_image': 'oa_send_image',
  'webhook.oa_send_file': 'oa_send_file',
  'webhook.oa_send_anonymous_text': 'oa_send_anonymous_text',
  'webhook.oa_reacted_message': 'oa_reacted_message',
  'webhook.user_reacted_message': 'user_reacted_message',
  'webhook.user_received_message': 'user_received_message',
  'webhook.user_seen_message': 'user_seen_message',
  'webhook.user_withdraw': 'user_withdraw',
  'webhook.add_user_to_tag': 'add_user_to_tag',
  'webhook.widget_interaction_accepted': 'widget_interaction_accepted',
  'webhook.zns.user_received_message': 'user_received_message',
  'webhook.zns.change_template_status': 'change_template_status',
  'webhook.zns.change_oa_daily_quota': 'change_oa_daily_quota',
}

test('every Zalo webhook sample has a row here, and no row lacks its sample', () => {
  expect(Object.keys(becomes).sort()).toEqual([...sampleNames('zalo', 'webhook.')].sort())
})

test.each(Object.entries(becomes))('%s becomes %j', (name, expected) => {
  const received = receive(sampleBytes('zalo', name))
  if (typeof expected === 'string') {
    expect(received).toMatchObject({ kind: 'events', messages: [], ignored: [expected] })
    return
  }
  expect(received).toEqual({
    kind: 'events',
    messages: [
      {
        from: { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser },
        messageId: expect.stringMatching(/^([0-9a-f]{20}|[0-9a-f]{64})$/) as string,
        sentAt: ours.at,
        said: expected,
      },
    ],
    ignored: [],
  })
})

const text = sample('zalo', 'webhook.user_send_text')
const firstOf = (body: object) => {
  const received = receive(body)
  return received.kind === 'events' ? received.messages[0] : undefined
}

test('a message is known by its msg_id', () => {
  expect(firstOf(text)?.messageId).toBe('b7c1f04e9a2d4471e63a')
})

test('an event without an id has the same key when it is sent again, and another when it happens again', () => {
  const follow = sample('zalo', 'webhook.follow')
  expect(firstOf(follow)?.messageId).toBe(firstOf(follow)?.messageId)
  expect(firstOf({ ...follow, timestamp: '1795334400999' })?.messageId).not.toBe(firstOf(follow)?.messageId)
  const other = { ...follow, follower: { id: '999' } }
  expect(firstOf(other)?.messageId).not.toBe(firstOf(follow)?.messageId)
})

test('a timestamp that is a number is read and its signature holds', () => {
  expect(firstOf({ ...text, timestamp: 1_795_334_400_123 })?.sentAt).toEqual(ours.at)
})

test('an event of another OA of the same app is ignored by name', () => {
  const other = { ...text, recipient: { id: '42' } }
  expect(receive(other)).toEqual({ kind: 'events', messages: [], ignored: ['not-our-page'] })
})

test('an event name nobody has documented is counted as unknown', () => {
  const odd = { ...text, event_name: 'user_did_something' }
  expect(receive(odd)).toEqual({ kind: 'events', messages: [], ignored: ['unknown-event'] })
})

test('a kind of attachment invented tomorrow still gets an answer', () => {
  const odd = { ...text, event_name: 'user_send_poll', message: { msg_id: 'm1' } }
  expect(firstOf(odd)?.said).toEqual(wordless('other'))
})

test('a message in a shape we do not know still gets an answer', () => {
  expect(firstOf({ ...text, message: { text: { odd: true } } })?.said).toEqual(wordless('other'))
  expect(firstOf({ ...text, message: 'odd' })?.said).toEqual(wordless('other'))
})

test('a question typed around a link is words', () => {
  const asked = { msg_id: 'm1', text: 'https://a.vn có thật không' }
  expect(firstOf({ ...text, event_name: 'user_send_link', message: asked })?.said).toEqual({
    kind: 'words',
    text: 'https://a.vn có thật không',
  })
})

test('the contact form without a number is a contact card', () => {
  const form = { ...sample('zalo', 'webhook.user_submit_info'), info: { name: 'Nguyễn Văn Mẫu' } }
  expect(firstOf(form)?.said).toEqual(wordless('contact'))
})

test('the receipt of a template by phone tells which notice arrived; that of a message tells nothing', () => {
  expect(receive(sampleBytes('zalo', 'webhook.zns.user_received_message'))).toMatchObject({
    observations: [{ kind: 'notice-arrived', trackingId: 'lead-000123-assigned' }],
  })
  expect(receive(sampleBytes('zalo', 'webhook.user_received_message'))).not.toHaveProperty('observations')
})

test('a changed quota of templates is told', () => {
  expect(receive(sampleBytes('zalo', 'webhook.zns.change_oa_daily_quota'))).toMatchObject({
    observations: [{ kind: 'template-quota', desk: ours.zalo.oaId, daily: 2000 }],
  })
})

test("an event of someone else's app is refused", () => {
  expect(receive({ ...text, app_id: '1' })).toMatchObject({ kind: 'refused' })
})
