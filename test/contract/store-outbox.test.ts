import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Outbound } from '../../src/work-ports.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

await describeOnBothStores('the outbox', (newPlace) => {
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

  /** Someone with these replies on their way. */
  async function withReplies(user: string, ...texts: string[]): Promise<string> {
    await store.inbox.accept([typed(user, 'chào')], noBody)
    const people = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(people.at(-1)?.['person_id'])
    const [talk] = await store.turns.load([person])
    if (!talk) throw new Error('nothing waits')
    await store.turns.commit({
      person,
      channel: 'zalo',
      version: talk.version,
      session: 's',
      answered: talk.waiting.map(({ id }) => id),
      heardAt: new Date(),
      replies: texts.map((text) => ({ text, buttons: [{ label: 'Có', payload: '#co' }] })),
      leads: [],
      notices: [],
      notes: [],
    })
    return person
  }

  const textsOf = (messages: readonly Outbound[]) => messages.map(({ reply }) => reply.text)
  const rowOf = async ({ id }: Outbound) => (await rowsOf(store, 'outbox')).find((row) => row['id'] === id)

  test('claims everything due for a person in order, with the address and the buttons', async () => {
    const person = await withReplies('bác Tư', 'một', 'hai')
    const due = await store.outbox.claim([person])
    expect(textsOf(due)).toEqual(['một', 'hai'])
    expect(due[0]).toMatchObject({
      to: { channel: 'zalo', desk: 'trang', id: 'bác Tư' },
      reply: { buttons: [{ label: 'Có', payload: '#co' }] },
      attempts: 1,
    })
  })

  test('what was sent is settled once and forgotten, with the platform’s id', async () => {
    const [first] = await store.outbox.claim([await withReplies('bác Năm', 'một')])
    if (!first) throw new Error('nothing due')
    await store.outbox.settle(first, { kind: 'sent', platformId: 'p1' })
    expect(await rowOf(first)).toMatchObject({ state: 'sent', platform_id: 'p1', sealed_reply: null })
    expect(await store.outbox.claim([first.person])).toEqual([])
  })

  test('a message cut off by a crash is claimed again, before what was written after it', async () => {
    const person = await withReplies('bác Sáu', 'một')
    await store.outbox.claim([person]) // and then the process died
    await withReplies('bác Sáu', 'hai')
    const again = await store.outbox.claim([person])
    expect(textsOf(again)).toEqual(['một', 'hai'])
    expect(again.map(({ attempts }) => attempts)).toEqual([2, 1])
  })

  test('a message put back holds its whole line until its time, and gets a job for then', async () => {
    const person = await withReplies('bác Bảy', 'một', 'hai')
    const [first] = await store.outbox.claim([person])
    if (!first) throw new Error('nothing due')
    const until = new Date(clock.now().getTime() + 60_000)
    await store.outbox.putBack(first, until)
    await withReplies('bác Bảy', 'ba')
    expect(await store.outbox.claim([person])).toEqual([])
    const jobs = (await jobsOf(store, 'outbound-zalo')).filter((job) => job['singleton_key'] === person)
    const deferred = jobs.filter((job) => new Date(String(job['start_after'])) > new Date())
    expect(deferred).toHaveLength(1)
    clock.move(61_000)
    expect(textsOf(await store.outbox.claim([person]))).toEqual(['một', 'hai', 'ba'])
  })

  test('what held up a page is over: its messages may go at once, but for one that may have arrived', async () => {
    const [held] = await store.outbox.claim([await withReplies('bác Xuân', 'một')])
    const [open] = await store.outbox.claim([await withReplies('bác Hạ', 'một')])
    if (!held || !open) throw new Error('nothing due')
    const until = new Date(clock.now().getTime() + 120_000)
    await store.outbox.putBack(held, until, { untried: true })
    await store.outbox.putBack(open, until, { unclear: true })
    expect(await store.hurry('zalo', 'trang-khac')).toBe(0)
    expect(await store.hurry('messenger', 'trang')).toBe(0)
    expect(await store.outbox.claim([held.person])).toEqual([])
    expect(await store.hurry('zalo', 'trang')).toBe(1)
    const jobs = (await jobsOf(store, 'outbound-zalo')).filter((job) => job['singleton_key'] === held.person)
    expect(jobs.some((job) => new Date(String(job['start_after'])) <= new Date())).toBe(true)
    expect(textsOf(await store.outbox.claim([held.person, open.person]))).toEqual(['một'])
    clock.move(121_000)
    expect(textsOf(await store.outbox.claim([open.person]))).toEqual(['một'])
  })

  test.each([
    { kind: 'not-allowed-now', rule: 'outside the window' },
    { kind: 'person-left', detail: 'blocked us' },
    { kind: 'our-fault', detail: 'bad token' },
  ] as const)('a message refused as $kind is kept with why, and not sent again', async (refusal) => {
    const [message] = await store.outbox.claim([await withReplies(`bác ${refusal.kind}`, 'một')])
    if (!message) throw new Error('nothing due')
    await store.outbox.settle(message, refusal)
    const why = refusal.kind === 'not-allowed-now' ? refusal.rule : refusal.detail
    expect(await rowOf(message)).toMatchObject({ state: refusal.kind, failure: why })
    expect((await rowOf(message))?.['sealed_reply']).toEqual(expect.any(String))
    expect(await store.outbox.claim([message.person])).toEqual([])
  })

  test('a start gives a message held by our fault another chance, while it is worth reading', async () => {
    const [young] = await store.outbox.claim([await withReplies('bác Tám', 'còn mới')])
    if (!young) throw new Error('nothing due')
    await store.outbox.settle(young, { kind: 'our-fault', detail: 'bad token' })
    await store.wake()
    expect(textsOf(await store.outbox.claim([young.person]))).toEqual(['còn mới'])
    await store.outbox.settle(young, { kind: 'our-fault', detail: 'bad token' })
    clock.move(25 * 3_600_000)
    await store.wake()
    expect(await store.outbox.claim([young.person])).toEqual([])
  })

  test('a start finds everyone who still waits, even without a job', async () => {
    const person = await withReplies('bác Chín', 'một')
    await store.inbox.accept([typed('bác Mười', 'còn ai không')], noBody)
    const before = (await jobsOf(store, 'inbound')).length
    await store.wake()
    const woken = (await jobsOf(store, 'outbound-zalo')).filter((job) => job['singleton_key'] === person)
    expect(woken.length).toBe(2)
    expect((await jobsOf(store, 'inbound')).length).toBeGreaterThan(before)
  })

  test('each platform has its own queue, so a slow one holds up nobody else', async () => {
    const from = { channel: 'messenger', desk: 'trang', id: 'bác Hai' } as const
    await store.inbox.accept([{ ...typed('bác Hai', 'chào'), from }], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const talks = await store.turns.load(waiting.map((row) => String(row['person_id'])))
    const talk = talks.find(({ who }) => who.channel === 'messenger')
    if (!talk) throw new Error('nothing waits')
    const { person, version, waiting: events } = talk
    const answered = events.map(({ id }) => id)
    const replies = [{ text: 'dạ', buttons: [] }]
    const turn = {
      person,
      version,
      answered,
      heardAt: new Date(),
      replies,
      session: 's',
      leads: [],
      notices: [],
      notes: [],
    }
    await store.turns.commit({ ...turn, channel: 'messenger' })
    const jobs = await jobsOf(store, 'outbound-messenger')
    expect(jobs.map((job) => job['singleton_key'])).toEqual([person])
  })
})
