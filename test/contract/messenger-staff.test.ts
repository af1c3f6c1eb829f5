import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { receiveFromMessenger } from '../../src/adapters/messenger/inbound.ts'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { ours, sampleBytes, signed } from '../support/channel-samples.ts'
import { messengerPair } from '../support/fake-platforms.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'

const HOUR = 3_600_000
const firstIn = (name: string) => {
  const received = receiveFromMessenger(signed('messenger', sampleBytes('messenger', name)), ours.messenger)
  return received.kind === 'events' ? received.messages[0] : undefined
}

describe('words a person typed, long after the citizen’s last', () => {
  const setUp = async (mayTag: boolean) => {
    const pair = await messengerPair()
    const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
    const channel = messengerChannel({
      ...keys,
      apiBase: pair.api,
      now: () => pair.clock.now().getTime(),
      mayTag,
    })
    await pair.fake.say('bac-lan', 'chào')
    const say = (text: string, typedBy?: 'staff') =>
      channel.send(
        { channel: 'messenger', desk: '1088', id: 'bac-lan' },
        { text, buttons: [], ...(typedBy && { typedBy }) },
        `out-${text}`,
      )
    return { pair, channel, say }
  }

  test('go out for seven days where Meta granted it; the bot’s never do', async () => {
    const { pair, channel, say } = await setUp(true)
    expect(channel.staffWithinMs?.('1088')).toBe(7 * 24 * HOUR)
    pair.clock.pass(30 * HOUR)
    expect(await say('em gửi bác', 'staff')).toMatchObject({ kind: 'sent' })
    expect(await say('của bot')).toMatchObject({ kind: 'not-allowed-now' })
    pair.clock.pass(6 * 24 * HOUR)
    expect(await say('muộn quá', 'staff')).toMatchObject({ kind: 'not-allowed-now' })
    expect(pair.fake.received('bac-lan').map(({ text }) => text)).toEqual(['em gửi bác'])
    await pair.close()
  })

  test('are refused like any other where it was not', async () => {
    const { pair, channel, say } = await setUp(false)
    expect(channel.staffWithinMs?.('1088')).toBeUndefined()
    expect(await say('trong ngày', 'staff')).toMatchObject({ kind: 'sent' })
    pair.clock.pass(30 * HOUR)
    expect(await say('em gửi bác', 'staff')).toMatchObject({ kind: 'not-allowed-now' })
    await pair.close()
  })
})

describe('what brought them', () => {
  test.each([
    ['webhook.messages.ad_referral', { kind: 'ad', ref: 'camp-bhxhtn-1126', ad: '6200000000001' }],
    ['webhook.messaging_referrals.ad', { kind: 'ad', ref: 'camp-bhxhtn-1126', ad: '6200000000001' }],
    ['webhook.messaging_referrals.m_me_existing_thread', { kind: 'link' }],
    ['webhook.messaging_postbacks.get_started_ref', { kind: 'link' }],
  ])('%s', (name, source) => {
    const message = firstIn(name)
    expect(message?.source).toMatchObject(source)
    expect(message?.source?.ref).toBeTruthy()
  })

  test.each([
    ['Tôi muốn hỏi BHXH tự nguyện #ref:hoi-cho-11', { kind: 'words', text: 'Tôi muốn hỏi BHXH tự nguyện' }],
    ['#ref:hoi-cho-11', { kind: 'arrived' }],
  ])('on Zalo the code stands in the text a link fills in: "%s"', (text, said) => {
    const body = {
      ...{ app_id: ours.zalo.appId, event_name: 'user_send_text', timestamp: '1795334400123' },
      ...{ sender: { id: ours.zaloUser }, recipient: { id: ours.zalo.oaId }, message: { msg_id: 'm', text } },
    }
    const received = receiveFromZalo(signed('zalo', body), ours.zalo)
    expect(received).toMatchObject({ messages: [{ said, source: { kind: 'link', ref: 'hoi-cho-11' } }] })
  })

  test('a plain message has no source', () => {
    const message = firstIn('webhook.messages.text')
    expect(message?.source).toBeUndefined()
    expect(message?.from.id).toBe(ours.messengerUser)
  })
})

await describeOnBothStores('sources and threads in the store', (newPlace) => {
  let place: TestPlace
  let store: Store
  let now = Date.parse('2026-11-27T09:00:00+07:00')
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, { now: () => new Date(now) })
  }, 300_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const from = { channel: 'messenger', desk: '1088', id: 'bac-hoa' } as const
  const message = {
    ...{ from, messageId: 'm_1', sentAt: new Date(now), said: { kind: 'arrived' } as const },
    source: { kind: 'link', ref: 'hoi-cho-11' } as const,
  }

  test('a source is kept once however often it is brought, and forgotten with the talk', async () => {
    await store.inbox.accept([message], Buffer.from('{}'))
    await store.inbox.accept([message], Buffer.from('{}'))
    expect(await rowsOf(store, 'talk_source')).toMatchObject([
      { kind: 'link', ref: 'hoi-cho-11', ad_id: null },
    ])
  })

  test('what another app’s thread held back goes as soon as the thread is ours', async () => {
    const [person] = await rowsOf(store, 'person')
    const id = String(person?.['id'])
    const [conversation] = await store.turns.load([id])
    await store.turns.commit({
      ...{ person: id, channel: 'messenger', version: 0, session: '1', heardAt: new Date(now) },
      answered: conversation?.waiting.map((event) => event.id) ?? [],
      replies: [{ text: 'chào bác', buttons: [] }],
      ...{ leads: [], notices: [], notes: [] },
    })
    const [held] = await store.outbox.claim([id])
    if (!held) throw new Error('nothing due')
    await store.outbox.putBack(held, new Date(now + HOUR))
    expect(await store.outbox.claim([id])).toEqual([])
    await store.observer.note([{ kind: 'thread-back', who: { ...from, id: 'nobody-we-know' } }])
    expect(await store.outbox.claim([id])).toEqual([])
    await store.observer.note([{ kind: 'thread-back', who: from }])
    expect(await store.outbox.claim([id])).toHaveLength(1)
    now += 100 * 24 * HOUR
    await store.tidy()
    expect(await rowsOf(store, 'talk_source')).toEqual([])
  })
})
