import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Conversation, TurnRecord } from '../../src/work-ports.ts'
import { describeOnBothStores, jobsOf, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

await describeOnBothStores('turns', (newPlace) => {
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

  /** A person who has just written these words, each a minute after the one before. */
  async function whoWrote(...texts: string[]): Promise<Conversation> {
    const user = `người-${texts.join()}-${Math.random()}`
    const messages = texts.map((text, i) => typed(user, text, new Date(Date.UTC(2026, 10, 22, 1, i))))
    await store.inbox.accept(messages.toReversed(), noBody)
    return reload(await personOf())
  }

  const newest = new Set<string>()
  async function personOf(): Promise<string> {
    const rows = await rowsOf(store, 'person')
    const fresh = rows.map(({ id }) => String(id)).filter((id) => !newest.has(id))
    fresh.forEach((id) => newest.add(id))
    return fresh.at(-1) ?? ''
  }

  async function reload(person: string): Promise<Conversation> {
    const [talk] = await store.turns.load([person])
    if (!talk) throw new Error('nothing waits')
    return talk
  }

  function turnOf(
    { person, who, version, waiting }: Conversation,
    changes: Partial<TurnRecord> = {},
  ): TurnRecord {
    return {
      person,
      channel: who.channel,
      version,
      session: 'sau',
      answered: waiting.slice(0, 1).map(({ id }) => id),
      heardAt: new Date(),
      replies: [{ text: 'dạ', buttons: [] }],
      leads: [],
      notices: [],
      notes: [],
      ...changes,
    }
  }

  test('a new talk starts without a session, its messages oldest first by the platform clock', async () => {
    const talk = await whoWrote('một', 'hai', 'ba')
    expect(talk).toMatchObject({ session: undefined, version: 0 })
    expect(talk.waiting.map(({ said }) => said.kind === 'words' && said.text)).toEqual(['một', 'hai', 'ba'])
  })

  test('a committed turn leaves its session, its replies in order and nothing of the webhook body', async () => {
    const talk = await whoWrote('một', 'hai')
    const replies = ['a', 'b', 'c', 'd', 'e'].map((text) => ({ text, buttons: [] }))
    expect(await store.turns.commit(turnOf(talk, { replies }))).toEqual({ saved: true, more: true })
    expect(await reload(talk.person)).toMatchObject({
      session: 'sau',
      version: 1,
      waiting: [{ said: { text: 'hai' } }],
    })
    const sent = await store.outbox.claim([talk.person])
    expect(sent.map(({ reply }) => reply.text)).toEqual(['a', 'b', 'c', 'd', 'e'])
    const event = (await rowsOf(store, 'inbound_event')).find(({ id }) => id === talk.waiting[0]?.id)
    expect(event).toMatchObject({ state: 'done', sealed_body: null })
  })

  test('of two turns from the same version only one is kept, and the other leaves nothing behind', async () => {
    const talk = await whoWrote('một')
    const first = turnOf(talk, { session: 'thắng' })
    const second = turnOf(talk, { session: 'thua', replies: [{ text: 'thừa', buttons: [] }] })
    expect(await store.turns.commit(first)).toMatchObject({ saved: true })
    expect(await store.turns.commit(second)).toMatchObject({ saved: false })
    const sent = await store.outbox.claim([talk.person])
    expect(sent.map(({ reply }) => reply.text)).toEqual(['dạ'])
  })

  test('the same holds in a talk that already has a session', async () => {
    const talk = await whoWrote('một', 'hai')
    await store.turns.commit(turnOf(talk))
    const later = await reload(talk.person)
    const both = await Promise.all([store.turns.commit(turnOf(later)), store.turns.commit(turnOf(later))])
    expect(both.filter(({ saved }) => saved)).toHaveLength(1)
  })

  test('turns of many people at the same moment are all kept', async () => {
    const talks = [await whoWrote('x'), await whoWrote('y'), await whoWrote('z')]
    const kept = await Promise.all(talks.map((talk) => store.turns.commit(turnOf(talk))))
    expect(kept).toEqual(talks.map(() => ({ saved: true, more: false })))
  })

  test('a turn that died keeps the session, says sorry, and lets the talk go on', async () => {
    const talk = await whoWrote('hỏng', 'tiếp')
    await store.turns.commit(turnOf(talk, { session: undefined, died: 'TypeError: a bug' }))
    expect(await reload(talk.person)).toMatchObject({
      session: undefined,
      version: 0,
      waiting: [{ said: { text: 'tiếp' } }],
    })
    expect(await store.outbox.claim([talk.person])).toHaveLength(1)
    const [letter] = (await rowsOf(store, 'dead_letter')).filter(({ person_id }) => person_id === talk.person)
    expect(letter).toMatchObject({ event_id: talk.waiting[0]?.id })
    expect(JSON.stringify(letter)).not.toContain('a bug')
    const jobs = (await jobsOf(store, 'inbound')).filter(({ singleton_key }) => singleton_key === talk.person)
    expect(jobs.length).toBe(3) // two messages, and one more look for what waits behind the dead one
  })

  test('nobody with nothing waiting is loaded', async () => {
    const talk = await whoWrote('một')
    await store.turns.commit(turnOf(talk))
    expect(await store.turns.load([talk.person])).toEqual([])
  })
})
