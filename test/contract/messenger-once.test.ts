import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { messengerDesk } from '../support/messenger-desk.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'

const ECHO_MS = 30_000

await describeOnBothStores('one message, once, on Messenger', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let desk: Awaited<ReturnType<typeof messengerDesk>>

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    desk = await messengerDesk(store, clock)
  })
  afterAll(async () => {
    await desk.close()
    await store.close()
    await place.remove()
  })

  const statesOf = async () => (await rowsOf(store, 'outbox')).map(({ state }) => state)

  test('the answer to the call is lost: the echo says that it arrived, and it is not sent again', async () => {
    await desk.fake.say('bac-lan', 'chào')
    await desk.answer()
    desk.fake.failNext({ kind: 'hang-up', delivered: true })
    await desk.send()
    await desk.fake.webhooks.settled()
    clock.move(ECHO_MS * 2)
    await desk.send()
    expect(desk.shown('bac-lan')).toEqual(['1: chào'])
    expect(await statesOf()).toEqual(['sent'])
  })

  test('what waits behind it goes on as soon as the echo is in', async () => {
    await desk.fake.say('bac-hoa', 'chào')
    await desk.answer()
    desk.fake.webhooks.hold()
    desk.fake.failNext({ kind: 'hang-up', delivered: true })
    await desk.send()
    const before = (await jobsOf(store, 'outbound-messenger')).length
    desk.fake.webhooks.release()
    await desk.fake.webhooks.settled()
    expect((await jobsOf(store, 'outbound-messenger')).length).toBe(before + 1)
  })

  test('the call never arrived: without an echo it is sent again when an echo would be there', async () => {
    await desk.fake.say('bac-tu', 'chào')
    await desk.answer()
    desk.fake.failNext({ kind: 'hang-up', delivered: false })
    await desk.send()
    clock.move(ECHO_MS - 1_000)
    await desk.send()
    expect(desk.shown('bac-tu')).toEqual([])
    clock.move(2_000)
    await desk.send()
    expect(desk.shown('bac-tu')).toEqual(['1: chào'])
  })

  test('a crash in mid-send: what the dead process sent is known by its echo', async () => {
    await desk.fake.say('bac-nam', 'chào')
    await desk.answer()
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    const [message] = await store.outbox.claim([person], ECHO_MS)
    if (!message) throw new Error('nothing due')
    const [channel] = desk.parts.channels
    await channel?.send(message.to, message.reply, message.id) // and then the process died
    await desk.fake.webhooks.settled()
    clock.move(ECHO_MS * 2)
    await desk.send()
    expect(desk.shown('bac-nam')).toEqual(['1: chào'])
  })

  test('a crash before the call: it is left alone while an echo may come, and somebody comes back for it', async () => {
    await desk.fake.say('bac-sau', 'chào')
    await desk.answer()
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await store.outbox.claim([person], ECHO_MS) // and then the process died
    await desk.send()
    expect(desk.shown('bac-sau')).toEqual([])
    const later = (await jobsOf(store, 'outbound-messenger')).filter((job) => job['singleton_key'] === person)
    expect(later.some((job) => new Date(String(job['start_after'])) > new Date())).toBe(true)
    clock.move(ECHO_MS + 1_000)
    await desk.send()
    expect(desk.shown('bac-sau')).toEqual(['1: chào'])
  })

  test('an echo with a strange id, or of a message long sent, changes nothing', async () => {
    const before = await rowsOf(store, 'outbox')
    const to = { channel: 'messenger', desk: '1088', id: 'bac-lan' } as const
    const sent = String(before.find(({ state }) => state === 'sent')?.['id'])
    await store.observer.note([
      { kind: 'echo', to, platformId: 'm_x', outboundId: 'out:1' },
      { kind: 'echo', to, platformId: 'm_x', outboundId: sent },
      { kind: 'echo', to, platformId: 'm_x' },
    ])
    expect(await rowsOf(store, 'outbox')).toEqual(before)
  })

  test('more than 24 hours after their last word nothing is sent, and Meta is not even asked', async () => {
    await desk.fake.say('bac-bay', 'chào')
    await desk.answer()
    clock.move(24 * 3_600_000 + 1_000)
    desk.fake.failNext({ kind: 'status', status: 500 }) // would be seen if Meta were asked
    await desk.send()
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'not-allowed-now' })
    await desk.fake.say('bac-bay', 'còn đó không')
    await desk.answer()
    await desk.send()
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'waiting' }) // the 500 met this one
  })
})
