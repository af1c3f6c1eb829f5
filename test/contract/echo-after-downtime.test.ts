import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Observation } from '../../src/ports.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import type { Outbound } from '../../src/work-ports.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

// Nobody hears an echo while the process or the store is down; the platform brings it later. What was on its way then is
// not sent again before echoes have reached us for as long as one takes.

const ECHO_MS = 30_000
const MINUTE = 60_000

await describeOnBothStores('echoes after a time away', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store

  beforeEach(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  /** Somebody's answers, being sent. */
  async function sending(...said: readonly string[]): Promise<readonly [Outbound, ...Outbound[]]> {
    const messages = said.map((text, i) =>
      typed('bac-lan', text, new Date(clock.now().getTime() + i * 5_000)),
    )
    await store.inbox.accept(messages, noBody)
    const key = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: 'j', key, isLastAttempt: false }])
    const [first, ...rest] = await store.outbox.claim([key], ECHO_MS)
    if (!first) throw new Error('nothing due')
    return [first, ...rest]
  }
  async function restart(awayMs: number): Promise<void> {
    await store.close()
    clock.move(awayMs)
    store = await openTestStore(place.place, clock)
  }
  const echo = (text: string, platformId: string): Observation => ({
    ...{ kind: 'echo', to: { channel: 'zalo', desk: 'trang', id: 'bac-lan' }, platformId },
    words: { text, at: new Date(clock.now().getTime()) },
  })
  const idsOf = (messages: readonly Outbound[]) => messages.map(({ id }) => id)
  const states = async () => (await rowsOf(store, 'outbox')).map(({ state }) => state)

  test('cut off by a crash, and the process is away for minutes: the echo is waited for', async () => {
    const [message] = await sending('chào')
    const words = echo('1: chào', 'z1')
    await restart(5 * MINUTE)
    expect(await store.outbox.claim([message.person], ECHO_MS)).toEqual([])
    await store.observer.note([words])
    expect(await states()).toEqual(['sent'])
  })

  test('no echo comes: it is sent again when one would be there, and somebody comes back for it', async () => {
    const [message] = await sending('chào')
    await restart(5 * MINUTE)
    await store.outbox.claim([message.person], ECHO_MS)
    const later = (await jobsOf(store, 'outbound-zalo')).filter(
      (job) => new Date(String(job['start_after'])) > clock.now(),
    )
    expect(later).toHaveLength(1)
    clock.move(ECHO_MS + 1_000)
    expect(idsOf(await store.outbox.claim([message.person], ECHO_MS))).toEqual([message.id])
  })

  test('an answer that was lost before we were away: the same', async () => {
    const [message] = await sending('chào')
    await store.outbox.putBack(message, new Date(clock.now().getTime() + ECHO_MS), { unclear: true })
    await restart(5 * MINUTE)
    expect(await store.outbox.claim([message.person], ECHO_MS)).toEqual([])
    clock.move(ECHO_MS + 1_000)
    expect(idsOf(await store.outbox.claim([message.person], ECHO_MS))).toEqual([message.id])
  })

  test('a refusal before we were away is no reason to wait', async () => {
    const [message] = await sending('chào')
    await store.outbox.putBack(message, clock.now())
    await restart(5 * MINUTE)
    expect(idsOf(await store.outbox.claim([message.person], ECHO_MS))).toEqual([message.id])
  })

  test('the echo of a message whose call was answered is not taken for the next one of the same words', async () => {
    const [message] = await sending('chào')
    await store.outbox.settle(message, { kind: 'sent', platformId: 'z1' })
    const late = echo('2: chào', 'z1') // the words of the next one, the id of the one before
    const [next] = await sending('chào')
    await store.observer.note([late])
    expect(await states()).toEqual(['sent', 'sending'])
    await store.observer.note([echo('2: chào', 'z2')])
    expect(await rowsOf(store, 'outbox')).toContainEqual(
      expect.objectContaining({ id: next.id, state: 'sent', platform_id: 'z2' }),
    )
  })

  test('the echo was quicker than the end of the call: who waits behind it goes on at once', async () => {
    const [message, behind] = await sending('chào', 'hỏi')
    await store.observer.note([echo('1: chào', 'z1')])
    await store.outbox.putBack(message, new Date(clock.now().getTime() + ECHO_MS), { unclear: true })
    expect(idsOf(await store.outbox.claim([message.person], ECHO_MS))).toEqual([behind?.id])
    const now = (await jobsOf(store, 'outbound-zalo')).filter(
      (job) => new Date(String(job['start_after'])) <= new Date(),
    )
    expect(now.length).toBeGreaterThanOrEqual(2) // the one of the turn, and the one to go on
  })
})
