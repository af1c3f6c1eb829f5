import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { createBot } from '../../src/bot/bot.ts'
import { messengerDesk } from '../support/messenger-desk.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { desk as facts, knowledge } from '../support/talk.ts'

await describeOnBothStores('comments under a post', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let desk: Awaited<ReturnType<typeof messengerDesk>>

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    desk = await messengerDesk(store, clock, { bot: createBot(knowledge, facts) })
  })
  afterAll(async () => {
    await desk.close()
    await store.close()
    await place.remove()
  })

  async function settle() {
    await desk.answer()
    await desk.send()
    await desk.fake.webhooks.settled()
  }

  test('one private reply says who writes, and the talk goes on in the inbox without saying it again', async () => {
    await desk.fake.comment('bac-lan', 'tư vấn cho mình với, số mình 0912345678')
    await settle()
    expect(desk.shown('bac-lan')).toHaveLength(1)
    expect(desk.shown('bac-lan')[0]).toContain('cháu là An Sinh')
    await desk.fake.say('bac-lan', 'menu')
    await settle()
    expect(desk.shown('bac-lan')).toHaveLength(2)
    expect(desk.shown('bac-lan')[1]).not.toContain('cháu là An Sinh')
    expect(JSON.stringify(await rowsOf(store, 'inbound_event'))).not.toContain('0912345678')
  })

  test('the same person under the same post gets no second one; under another post they do', async () => {
    await desk.fake.comment('bac-hoa', 'một')
    await desk.fake.comment('bac-hoa', 'hai')
    await desk.fake.comment('bac-hoa', 'ba', 'bai-2')
    await settle()
    expect(desk.shown('bac-hoa')).toHaveLength(2)
  })

  test('a webhook that comes three times makes one', async () => {
    desk.fake.webhooks.knobs.copies = 3
    await desk.fake.comment('bac-tu', 'một')
    desk.fake.webhooks.knobs.copies = 1
    await settle()
    expect(desk.shown('bac-tu')).toHaveLength(1)
  })

  test('a lost answer makes no second one: the echo tells, and Meta would refuse it', async () => {
    await desk.fake.comment('bac-nam', 'một')
    await desk.answer()
    desk.fake.failNext({ kind: 'hang-up', delivered: true })
    desk.fake.webhooks.hold() // the echo does not come
    await desk.send()
    clock.move(40_000)
    await desk.send()
    desk.fake.webhooks.release()
    await desk.fake.webhooks.settled()
    expect(desk.shown('bac-nam')).toHaveLength(1)
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'sent' }) // the late echo says so
  })

  test('what the Page itself writes under its posts is not answered', async () => {
    await desk.fake.comment('1088', 'Chào bạn, bên mình vừa nhắn riêng.')
    await settle()
    expect(desk.shown('1088')).toEqual([])
  })

  test('a comment taken back in the meantime is dropped', async () => {
    const id = await desk.fake.comment('bac-sau', 'một')
    await desk.answer()
    desk.fake.uncomment(id)
    await desk.send()
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'not-allowed-now' })
  })

  test('people whose names Facebook does not tell us are answered too', async () => {
    const nameless = await messengerDesk(
      store,
      clock,
      { bot: createBot(knowledge, facts) },
      { namesCommenters: false },
    )
    await nameless.fake.comment('bac-bay', 'một')
    await nameless.answer()
    await nameless.send()
    expect(nameless.shown('bac-bay')).toHaveLength(1)
    await nameless.close()
  })
})
