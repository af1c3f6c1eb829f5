import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  tablesOf,
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

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** Somebody's answers, being sent. */
  async function sending(
    user: string,
    ...said: readonly string[]
  ): Promise<readonly [Outbound, ...Outbound[]]> {
    const messages = said.map((text, i) => typed(user, text, new Date(clock.now().getTime() + i * 5_000)))
    await store.inbox.accept(messages, noBody)
    const events = await rowsOf(store, 'inbound_event')
    const mine = events.find(({ external_id }) => external_id === messages[0]?.messageId)
    const key = String(mine?.['person_id'])
    await answerMessages(workParts(store, { clock }), [{ id: 'j', key, isLastAttempt: false }])
    const [first, ...rest] = await store.outbox.claim([key], ECHO_MS)
    if (!first) throw new Error('nothing due')
    return [first, ...rest]
  }
  const echo = (user: string, text: string, platformId: string): Observation => ({
    ...{ kind: 'echo', to: { channel: 'zalo', desk: 'trang', id: user }, platformId },
    words: { text, at: new Date(clock.now().getTime()) },
  })
  const idsOf = (messages: readonly Outbound[]) => messages.map(({ id }) => id)
  const claimed = async ({ person }: Outbound) => idsOf(await store.outbox.claim([person], ECHO_MS))
  const stateOf = async ({ id }: Outbound) =>
    (await rowsOf(store, 'outbox')).find((row) => row['id'] === id)?.['state']
  const jobsAt = async ({ person }: Outbound, isWanted: (at: Date) => boolean) =>
    (await jobsOf(store, 'outbound-zalo')).filter(
      (job) => job['singleton_key'] === person && isWanted(new Date(String(job['start_after']))),
    ).length

  test('what may have arrived before we were away waits for its echo once more, and only that', async () => {
    const [heard] = await sending('bac-mot', 'chào')
    const [unheard] = await sending('bac-hai', 'chào')
    const [lost] = await sending('bac-ba', 'chào')
    await store.outbox.putBack(lost, new Date(clock.now().getTime() + ECHO_MS), { unclear: true })
    const [refused] = await sending('bac-bon', 'chào')
    await store.outbox.putBack(refused, clock.now())
    const late = echo('bac-mot', '1: chào', 'z1')

    await store.close()
    clock.move(5 * MINUTE)
    store = await openTestStore(place.place, clock)

    expect(await claimed(refused)).toEqual([refused.id])
    for (const one of [heard, unheard, lost]) expect(await claimed(one)).toEqual([])
    expect(await jobsAt(unheard, (at) => at > clock.now())).toBe(1) // somebody comes back for it
    await store.observer.note([late])
    expect(await stateOf(heard)).toBe('sent')
    clock.move(ECHO_MS + 1_000)
    expect(await claimed(heard)).toEqual([])
    expect(await claimed(unheard)).toEqual([unheard.id])
    expect(await claimed(lost)).toEqual([lost.id])
  }, 180_000)

  test('the echo of a message whose call was answered is not taken for the next one of the same words', async () => {
    const [message] = await sending('bac-nam', 'chào')
    await store.outbox.settle(message, { kind: 'sent', platformId: 'z5' })
    const late = echo('bac-nam', '2: chào', 'z5') // the words of the next one, the id of the one before
    const [next] = await sending('bac-nam', 'chào')
    await store.observer.note([late])
    expect(await stateOf(next)).toBe('sending')
    await store.observer.note([echo('bac-nam', '2: chào', 'z6')])
    expect(await stateOf(next)).toBe('sent')
  })

  test('the echo was quicker than the end of the call: who waits behind it goes on at once', async () => {
    const [message, behind] = await sending('bac-sau', 'chào', 'hỏi')
    await store.observer.note([echo('bac-sau', '1: chào', 'z7')])
    const jobsNow = () => jobsAt(message, (at) => at <= new Date())
    const before = await jobsNow()
    await store.outbox.putBack(message, new Date(clock.now().getTime() + ECHO_MS), { unclear: true })
    expect(await jobsNow()).toBe(before + 1)
    expect(await claimed(message)).toEqual([behind?.id])
  })

  test('what could not be taken comes again: until echoes have had their time once more, nothing is sent twice', async () => {
    const [open] = await sending('bac-bay', 'chào')
    clock.move(ECHO_MS + 1_000)
    await sql`alter table inbound_event rename to away`.execute(tablesOf(store))
    await expect(store.inbox.accept([typed('bac-tam', 'chào')], noBody)).rejects.toThrow()
    await sql`alter table away rename to inbound_event`.execute(tablesOf(store))
    expect(await claimed(open)).toEqual([])
    await store.observer.note([echo('bac-bay', '1: chào', 'z9')])
    expect(await stateOf(open)).toBe('sent')
    const [still] = await sending('bac-chin', 'chào')
    clock.move(ECHO_MS + 1_000)
    expect(await claimed(still)).toEqual([still.id])
  })

  test('while echoes come late, a lost answer is waited for longer; when they come in time again, no longer', async () => {
    const tries = async (user: string) => {
      const [open] = await sending(user, 'chào')
      await store.outbox.putBack(open, new Date(clock.now().getTime() + ECHO_MS), { unclear: true })
      return open
    }
    clock.move(10 * MINUTE) // long after we were away
    const late = await tries('bac-muoi')
    await store.observer.note([
      { ...echo('nguoi-khac', 'lời cũ', 'z10'), at: new Date(clock.now().getTime() - MINUTE) } as Observation,
    ])
    clock.move(ECHO_MS + 1_000)
    expect(await claimed(late)).toEqual([])
    expect(await jobsAt(late, (at) => at > clock.now())).toBe(1)
    clock.move(MINUTE)
    expect(await claimed(late)).toEqual([late.id])
    clock.move(5 * MINUTE)
    const inTime = await tries('bac-muoi-mot')
    clock.move(ECHO_MS + 1_000)
    expect(await claimed(inTime)).toEqual([inTime.id])
  })
})
