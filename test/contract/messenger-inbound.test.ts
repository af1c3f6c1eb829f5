import { expect, test } from 'vitest'
import { receiveFromMessenger } from '../../src/adapters/messenger/inbound.ts'
import type { InboundMessage } from '../../src/ports.ts'
import { ours, sampleBytes, sampleNames, signed } from '../support/channel-samples.ts'

const receive = (body: Buffer | object) => receiveFromMessenger(signed('messenger', body), ours.messenger)
const words = (text: string, payload?: string) => ({
  said: { kind: 'words', text, ...(payload !== undefined && { payload }) },
})
const wordless = (what: string) => ({ said: { kind: 'wordless', what } })
const commented = { said: { kind: 'commented' } }
const arrived = (ref: string) => ({ said: { kind: 'arrived', ref } })

/** What every webhook sample must become: what people did in order, or the names it is ignored under. */
const becomes: Readonly<Record<string, readonly (object | string)[]>> = {
  'webhook.messages.text': [words('Cho hỏi BHYT hộ gia đình')],
  'webhook.messages.reply_to': [words('Ý này ạ')],
  'webhook.messages.quick_reply': [words('BHXH tự nguyện', 'TOPIC:v1:BHXH_TN')],
  'webhook.messages.quick_reply_phone': [words('+84912000111')],
  'webhook.messages.ad_referral': [words('Tư vấn giúp em')],
  'webhook.messages.image': [wordless('image')],
  'webhook.messages.audio': [wordless('audio')],
  'webhook.messages.video': [wordless('video')],
  'webhook.messages.file': [wordless('file')],
  'webhook.messages.location': [wordless('location')],
  'webhook.messages.sticker': [wordless('sticker')],
  'webhook.messages.sticker_legacy': [wordless('sticker')],
  'webhook.messages.fallback_link': [wordless('link')],
  'webhook.messages.fallback_empty': [wordless('link')],
  'webhook.messaging_postbacks.button': [words('Đăng ký tư vấn', 'LEAD:v1:START')],
  'webhook.messaging_postbacks.persistent_menu': [words('Mức đóng', 'MENU:RATES')],
  'webhook.messaging_postbacks.get_started_ref': [arrived('qr-ubnd-phuong-vinh')],
  'webhook.messaging_referrals.m_me_existing_thread': [arrived('qr-cho-vinh')],
  'webhook.messaging_referrals.ad': [arrived('camp-bhxhtn-1126')],
  'webhook.batch.two_entries_mixed': [words('Một'), words('Hai'), commented],
  'webhook.messages.is_deleted': ['deleted'],
  'webhook.message_edits': ['message_edit'],
  'webhook.message_reactions': ['reaction'],
  'webhook.message_echoes.by_our_app': ['echo'],
  'webhook.message_echoes.by_page_inbox': ['echo'],
  'webhook.message_deliveries': ['delivery'],
  'webhook.message_reads': ['read'],
  'webhook.messaging_optins.notification_messages': ['optin'],
  'webhook.messaging_policy_enforcement': ['policy_enforcement'],
  'webhook.messaging_handovers.pass_thread_control': ['pass_thread_control'],
  'webhook.messaging_handovers.take_thread_control': ['take_thread_control'],
  'webhook.messaging_handovers.request_thread_control': ['request_thread_control'],
  'webhook.messaging_handovers.app_roles': ['app_roles'],
  'webhook.standby.message': [{ said: { kind: 'words', text: 'Có ai không ạ' } }],
  'webhook.standby.echo': ['echo'],
  'webhook.feed.comment_add': [commented],
  'webhook.feed.comment_add_by_page_itself': ['page-change'],
  'webhook.feed.comment_add_no_from': [commented],
  'webhook.feed.comment_edited': ['page-change'],
  'webhook.feed.comment_remove': ['page-change'],
  'webhook.feed.comment_reply_add': [commented],
  'webhook.feed.visitor_post_add': [commented],
  'webhook.dashboard_test_shape': ['not-a-page'],
}

test('every Messenger webhook sample has a row here, and no row lacks its sample', () => {
  expect(Object.keys(becomes).sort()).toEqual([...sampleNames('messenger', 'webhook.')].sort())
})

test.each(Object.entries(becomes))('%s becomes %j', (name, expected) => {
  const received = receive(sampleBytes('messenger', name))
  expect(messagesOf(received).map(({ said }) => ({ said }))).toEqual(
    expected.filter((row) => typeof row !== 'string'),
  )
  expect(received).toMatchObject({ ignored: expected.filter((row) => typeof row === 'string') })
  for (const { from, sentAt, messageId, said } of messagesOf(received)) {
    if (said.kind === 'commented') continue
    expect(from).toEqual({ channel: 'messenger', desk: ours.messenger.pageId, id: ours.messengerUser })
    expect(Math.abs(sentAt.getTime() - ours.at.getTime())).toBeLessThan(10)
    expect(messageId).toMatch(/^(m_\w+|[0-9a-f]{64})$/)
  }
})

test('what is said while another app has the thread is marked so', () => {
  const [overheard] = messagesOf(receive(sampleBytes('messenger', 'webhook.standby.message')))
  const [ours] = messagesOf(receive(sampleBytes('messenger', 'webhook.messages.text')))
  expect([overheard?.isOverheard, ours?.isOverheard]).toEqual([true, undefined])
})

test.each([
  ['webhook.message_echoes.by_page_inbox', 'person-spoke'],
  ['webhook.standby.echo', 'person-spoke'],
  ['webhook.message_echoes.by_our_app', 'echo'],
])('%s is a %s', (name, kind) => {
  const received = receive(sampleBytes('messenger', name))
  const told = received.kind === 'events' ? (received.observations ?? []) : []
  expect(told).toMatchObject([{ kind, to: { channel: 'messenger', id: ours.messengerUser } }])
})

const commentOf = (name: string) =>
  messagesOf(receive(sampleBytes('messenger', name))).find((event) => event.said.kind === 'commented')

test.each([
  ['webhook.feed.comment_add', 'comment:555_777'],
  ['webhook.feed.comment_add_no_from', 'comment:555_777'],
  ['webhook.feed.comment_reply_add', 'comment:555_778'],
  ['webhook.feed.visitor_post_add', 'post:108877001122334_900'],
])('%s is answered at its own address, by its own clock, and its words are not kept', (name, address) => {
  const comment = commentOf(name)
  expect(comment?.from).toEqual({ channel: 'messenger', desk: ours.messenger.pageId, id: address })
  expect(comment?.sentAt).toEqual(new Date(1_795_334_399_000))
  expect(JSON.stringify(comment)).not.toMatch(/Tư vấn|6655001122/)
})

test('a person who comments again under the same post is the same event; under another post it is another', () => {
  expect(commentOf('webhook.feed.comment_reply_add')?.messageId).toBe(
    commentOf('webhook.feed.comment_add')?.messageId,
  )
  expect(commentOf('webhook.feed.visitor_post_add')?.messageId).not.toBe(
    commentOf('webhook.feed.comment_add')?.messageId,
  )
})

const sides = { sender: { id: ours.messengerUser }, recipient: { id: ours.messenger.pageId } }
const time = ours.at.getTime()
const page = (...messaging: object[]) => ({
  object: 'page',
  entry: [{ id: ours.messenger.pageId, time, messaging }],
})
const said = (mid: string, text: string) => ({ ...sides, timestamp: time, message: { mid, text } })

test('a batch keeps the order it came in, across entries', () => {
  const [first, second] = [page(said('a', 'một'), said('b', 'hai')), page(said('c', 'ba'))]
  const body = { object: 'page', entry: [...first.entry, ...second.entry] }
  expect(messagesOf(receive(body)).map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c'])
})

test('one unreadable event in a batch costs nobody else their answer', () => {
  const received = receive(page(said('a', 'một'), { message: 7 }, said('b', 'hai')))
  expect(messagesOf(received)).toHaveLength(2)
  expect(received).toMatchObject({ ignored: ['unreadable'] })
})

test('entries of another Page are ignored by name, also inside a batch', () => {
  const other = { id: '42', time, messaging: [{ ...said('x', 'lạc'), recipient: { id: '42' } }] }
  const received = receive({ object: 'page', entry: [other, ...page(said('a', 'một')).entry] })
  expect(received).toMatchObject({ messages: [{ messageId: 'a' }], ignored: ['not-our-page'] })
})

test("another Page's comments and standby events are not counted as ours", () => {
  const other = { id: '42', time, standby: [said('x', 'lạc')], changes: [{ field: 'feed' }] }
  expect(receive({ object: 'page', entry: [other] })).toMatchObject({ ignored: ['not-our-page'] })
})

test('a referral, which has no id, has the same key when it is sent again, and another when it happens again', () => {
  const referral = { ...sides, timestamp: time, referral: { ref: 'cho-vinh' } }
  const keyOf = (event: object) => messagesOf(receive(page(event)))[0]?.messageId
  expect(keyOf(referral)).toBe(keyOf(referral))
  expect(keyOf({ ...referral, timestamp: time + 1 })).not.toBe(keyOf(referral))
})

test('a timestamp in text is read, and a missing one is taken from the entry', () => {
  const [inText, missing] = messagesOf(
    receive(
      page({ ...said('a', 'một'), timestamp: String(time) }, { ...said('b', 'hai'), timestamp: undefined }),
    ),
  )
  expect([inText?.sentAt, missing?.sentAt]).toEqual([ours.at, ours.at])
})

test('a postback with nothing in it, and an event without a name, are counted as unknown', () => {
  const received = receive(page({ ...sides, timestamp: time, postback: {} }, { ...sides, timestamp: time }))
  expect(received).toMatchObject({ messages: [], ignored: ['unknown-event', 'unknown-event'] })
})

test('an echo tells that a message of ours arrived, and which', () => {
  const to = { channel: 'messenger', desk: ours.messenger.pageId, id: ours.messengerUser }
  expect(receive(sampleBytes('messenger', 'webhook.message_echoes.by_our_app'))).toMatchObject({
    observations: [{ kind: 'echo', to, platformId: 'm_PageSent0001', outboundId: 'out:9f31c2' }],
  })
})

function messagesOf(received: ReturnType<typeof receive>): readonly InboundMessage[] {
  return received.kind === 'events' ? received.messages : []
}
