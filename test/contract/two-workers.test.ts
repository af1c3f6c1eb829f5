import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { InboundMessage } from '../../src/ports.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import type { WorkParts } from '../../src/work/work-parts.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { fakeChannel, noBody, typed, workParts } from '../support/store-work.ts'

const HOUR = 3_600_000
const THOUGHTS_APART_MS = 3_000

await describeOnBothStores('one conversation, many hands', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** Messages of one person, each a thought of its own, by the platform's clock. */
  function thoughts(user: string, count: number): readonly InboundMessage[] {
    const from = clock.now().getTime()
    return Array.from({ length: count }, (_, i) =>
      typed(user, `tin ${i}`, new Date(from + i * THOUGHTS_APART_MS)),
    )
  }
  const jobOf = async (user: string) => {
    const events = await rowsOf(store, 'inbound_event')
    const [mine] = events.filter(({ external_id }) => external_id === user)
    return [{ id: 'j', key: String(mine?.['person_id']), isLastAttempt: false }] as const
  }
  const told = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}: tin ${i}`)

  /** A worker of its own on the same store: its own channel, and what it sent there. */
  function worker() {
    const { channel: plain, textsTo } = fakeChannel('zalo')
    const channel = { ...plain, echoWithinMs: 30_000 } // as both platforms have
    return { parts: workParts(store, { channels: [channel], clock }) as WorkParts, textsTo }
  }

  test('two workers that take the same conversation at once answer each message once, in order', async () => {
    const messages = thoughts('bac-hai', 6)
    await store.inbox.accept(messages, noBody)
    const job = await jobOf(messages[0]?.messageId ?? '')
    const [one, other] = [worker(), worker()]
    for (let i = 0; i < 6; i += 1) {
      await Promise.all([answerMessages(one.parts, job), answerMessages(other.parts, job)])
    }
    await Promise.all([sendReplies(one.parts, 'zalo', job), sendReplies(other.parts, 'zalo', job)])
    expect([...one.textsTo('bac-hai'), ...other.textsTo('bac-hai')]).toEqual(told(6))
  })

  test('every delivery three times and in no order: each message is answered once, in the order it was said', async () => {
    const messages = thoughts('bac-ba', 8)
    const deliveries = [
      ...messages.toReversed(),
      ...messages,
      ...messages.toSorted((a, b) => a.messageId.localeCompare(b.messageId)),
    ]
    await Promise.all(deliveries.map((one) => store.inbox.accept([one], noBody)))
    const { parts, textsTo } = worker()
    const job = await jobOf(messages[0]?.messageId ?? '')
    await answerMessages(parts, job)
    await store.inbox.accept(messages, noBody) // late copies, after all is answered
    await answerMessages(parts, job)
    await sendReplies(parts, 'zalo', job)
    expect(textsTo('bac-ba')).toEqual(told(8))
  })

  test.each([
    ['an hour back', -HOUR],
    ['an hour ahead', HOUR],
  ])('the clock jumps %s between a turn and its send, and between two turns', async (_, jumpMs) => {
    const user = `bac-gio-${jumpMs}`
    const [first, second] = thoughts(user, 2)
    if (!first || !second) throw new Error('two were asked for')
    const { parts, textsTo } = worker()
    await store.inbox.accept([first], noBody)
    const job = await jobOf(first.messageId)
    await answerMessages(parts, job)
    clock.move(jumpMs)
    await sendReplies(parts, 'zalo', job)
    expect(textsTo(user)).toEqual(['1: tin 0'])
    await store.inbox.accept([second], noBody)
    await answerMessages(parts, job)
    clock.move(-jumpMs)
    await sendReplies(parts, 'zalo', job)
    expect(textsTo(user)).toEqual(told(2))
  })
})
