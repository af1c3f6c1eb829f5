import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSignedRequest } from '../../src/adapters/messenger/signed-request.ts'
import { receiveFromMessenger } from '../../src/adapters/messenger/inbound.ts'
import { jsonIn } from '../../src/adapters/platform/read-json.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import type { InboundMessage } from '../../src/ports.ts'
import { ours, type Platform, sample, signed } from '../support/channel-samples.ts'
import { describeOnBothStores, openTestStore, type TestPlace } from '../support/store.ts'

interface Hostile {
  readonly id?: string
  readonly person?: string
  readonly text?: string
  readonly at?: number
}

/** A real text message with some of its fields put in place of the sample's. */
const spoilt: Readonly<Record<Platform, (by: Hostile) => object>> = {
  zalo: ({ id = 'm', person = ours.zaloUser, text = 'chào', at = ours.at.getTime() }) => ({
    ...sample('zalo', 'webhook.user_send_text'),
    sender: { id: person },
    message: { text, msg_id: id },
    timestamp: String(at),
  }),
  messenger: ({ id = 'm', person = ours.messengerUser, text = 'chào', at = ours.at.getTime() }) => {
    const { pageId } = ours.messenger
    const event = { sender: { id: person }, recipient: { id: pageId }, timestamp: at }
    return {
      object: 'page',
      entry: [{ id: pageId, time: at, messaging: [{ ...event, message: { mid: id, text } }] }],
    }
  },
}

function messagesIn(platform: Platform, by: Hostile): readonly InboundMessage[] {
  const request = signed(platform, spoilt[platform](by))
  const received =
    platform === 'zalo' ? receiveFromZalo(request, ours.zalo) : receiveFromMessenger(request, ours.messenger)
  return received.kind === 'events' ? received.messages : []
}

const platforms: readonly Platform[] = ['zalo', 'messenger']
const longText = randomBytes(30_000).toString('hex') // no compression makes it fit an index

await describeOnBothStores('what no store can hold', (newPlace) => {
  let place: TestPlace
  let store: Store
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  describe.each(platforms)('from %s', (platform) => {
    test.each<[string, Hostile]>([
      ['U+0000 as the message id', { id: '\u0000' }],
      ['U+0000 in the message id', { id: `${platform}\u0000one` }],
      ['half a pair of surrogates as the message id', { id: `${platform}\ud800` }],
      ['an endless message id', { id: `${platform}${longText}` }],
      ['U+0000 in who wrote', { person: `người\u0000`, id: `${platform}-who` }],
      ['half a pair in who wrote', { person: `\udc00người`, id: `${platform}-half` }],
      ['U+0000 in the words', { text: 'ch\u0000ào', id: `${platform}-words` }],
      ['half a pair in the words', { text: 'chào \ud83d', id: `${platform}-cut` }],
      ['a clock in the year 9999', { at: Date.UTC(9999, 11, 31), id: `${platform}-late` }],
      ['a clock at zero', { at: 0, id: `${platform}-early` }],
    ])('%s: kept, once, with all that was said', async (_, by) => {
      const messages = messagesIn(platform, by)
      expect(messages).toHaveLength(1)
      const body = Buffer.from(JSON.stringify(spoilt[platform](by)))
      expect(await store.inbox.accept(messages, body)).toEqual({ fresh: 1, repeats: 0 })
      expect(await store.inbox.accept(messages, body)).toEqual({ fresh: 0, repeats: 1 })
    })

    test('a clock that no calendar knows is no event of ours, and no fault of the store', () => {
      expect(messagesIn(platform, { at: 8.64e15 })).toEqual([])
    })

    test('words keep everything a person can see', () => {
      const [message] = messagesIn(platform, { text: 'tiền\u0000 của 👨‍👩‍👧 \ud83d bà' })
      expect(message?.said).toEqual({ kind: 'words', text: 'tiền của 👨‍👩‍👧 \ufffd bà' })
    })
  })
})

test('an emoji that Meta escapes stays one emoji', () => {
  expect(jsonIn('{"a":"\\ud83d\\ude00 \\u1ea1"}')).toEqual({ a: '😀 ạ' })
})

test('a request to be erased from a day no calendar knows is not read', () => {
  const body = Buffer.from(
    JSON.stringify({ algorithm: 'HMAC-SHA256', user_id: 'x', issued_at: 1e300 }),
  ).toString('base64url')
  const signature = createHmac('sha256', 's').update(body).digest('base64url')
  expect(readSignedRequest(`${signature}.${body}`, 's')).toBeUndefined()
})
