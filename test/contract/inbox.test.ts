import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { InboundMessage } from '../../src/ports.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

await describeOnBothStores('the inbox', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  test('keeps a message and its job, and drops the same message sent again', async () => {
    const message = typed('lặp', 'chào')
    const before = (await jobsOf(store, 'inbound')).length
    expect(await store.inbox.accept([message], noBody)).toEqual({ fresh: 1, repeats: 0 })
    expect(await store.inbox.accept([message], noBody)).toEqual({ fresh: 0, repeats: 1 })
    expect((await jobsOf(store, 'inbound')).length - before).toBe(1)
  })

  test('a repeat in the same call, and with another time, is still a repeat', async () => {
    const message = typed('lặp hai', 'chào')
    const later = { ...message, sentAt: new Date(message.sentAt.getTime() + 5000) }
    expect(await store.inbox.accept([message, message, later], noBody)).toEqual({ fresh: 1, repeats: 2 })
  })

  test('the same message id on another page is another message', async () => {
    const message = typed('hai trang', 'chào')
    const elsewhere = { ...message, from: { ...message.from, desk: 'trang khác' } }
    expect(await store.inbox.accept([message, elsewhere], noBody)).toEqual({ fresh: 2, repeats: 0 })
  })

  test('many calls at the same moment each get their own count', async () => {
    const twice = typed('đồng thời', 'chào')
    const calls = [[twice], [typed('đồng thời', 'hai')], [twice], [typed('người khác', 'ba')]]
    const kept = await Promise.all(calls.map((messages) => store.inbox.accept(messages, noBody)))
    expect(kept.map(({ fresh }) => fresh)).toEqual([1, 1, 0, 1])
    expect(kept.map(({ repeats }) => repeats)).toEqual([0, 0, 1, 0])
  })

  test('one bad message fails its own call and no other at the same moment', async () => {
    const bad: InboundMessage = { ...typed('người xấu', 'chào'), sentAt: new Date(Number.NaN) }
    const results = await Promise.allSettled([
      store.inbox.accept([typed('người tốt', 'một')], noBody),
      store.inbox.accept([bad], noBody),
      store.inbox.accept([typed('người tốt', 'hai')], noBody),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('counts what waits, so that webhooks can be turned away in time', async () => {
    clock.move(6_000)
    const before = await store.inbox.waiting()
    await store.inbox.accept([typed('đợi', 'một'), typed('đợi', 'hai')], noBody)
    clock.move(6_000)
    expect(await store.inbox.waiting()).toBe(before + 2)
  })

  test('jobs carry nothing but ids', async () => {
    await store.inbox.accept([typed('bí-mật-1234', 'mật khẩu bí-mật-1234')], Buffer.from('bí-mật-1234'))
    expect(JSON.stringify(await jobsOf(store, 'inbound'))).not.toContain('bí-mật-1234')
  })

  test('a store that cannot keep a message says so', async () => {
    const other = await newPlace()
    const closed = await openTestStore(other.place)
    await closed.close()
    await expect(closed.inbox.accept([typed('muộn', 'chào')], noBody)).rejects.toThrow()
    await other.remove()
  })
})
