import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { LeadRecord } from '../../src/leads/lead-record.ts'
import type { DataWish } from '../../src/leads/personal-data.ts'
import { leadRecord } from '../support/leads.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  tablesOf,
  type TestPlace,
} from '../support/store.ts'
import { draft, noBody, typed } from '../support/store-work.ts'

const user = 'uid-quach-thi-xuyen'
const phone = '+84977000111'
/** In every spelling in which it could be left behind. */
const traces = [user, 'Xuyến', '977000111', '977 000 111']

await describeOnBothStores('what people may ask about their own data', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** One turn of this person that leaves these. Answers the pseudonym. */
  async function turn(
    who: string,
    left: { readonly leads?: readonly LeadRecord[]; readonly wishes?: readonly DataWish[] },
  ): Promise<string> {
    await store.inbox.accept([typed(who, 'tôi là Xuyến, số 0977 000 111')], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const [talk] = await store.turns.load(waiting.map((row) => String(row['person_id'])))
    if (!talk) throw new Error('nothing waits')
    const { person, version } = talk
    const answered = talk.waiting.map(({ id }) => id)
    const replies = [{ text: 'Dạ cô Xuyến', buttons: [] }]
    const rest = { session: 'cô Xuyến', replies, notices: [], notes: [], heardAt: new Date(), leads: [] }
    await store.turns.commit({ ...rest, person, channel: 'zalo', version, answered, ...left })
    return person
  }

  const lead = () => leadRecord(clock.now(), { draft: draft({ phone, addressAs: 'cô Xuyến' }) })

  async function sendAll(person: string): Promise<void> {
    for (const message of await store.outbox.claim([person]))
      await store.outbox.settle(message, { kind: 'sent', platformId: 'x' })
  }

  test('they see their leads and the days they agreed, and nothing of anyone else', async () => {
    const one = lead()
    const person = await turn(user, { leads: [one] })
    const held = await store.personalData.held(person)
    expect(held.leads).toMatchObject([{ code: one.code, phone, addressAs: 'cô Xuyến' }])
    expect(held.consents).toHaveLength(1)
    const stranger = await turn('uid-other', {})
    expect(await store.personalData.held(stranger)).toEqual({ leads: [], consents: [] })
  })

  test('taking back a consent closes the lead at once, and whoever saw the number must delete it and say so', async () => {
    const person = (await store.personalData.find({ channel: 'zalo', desk: 'trang', id: user })) ?? ''
    await seenByAgent(person)
    await turn(user, { wishes: [{ kind: 'withdraw', code: 'DLRUT' }] })
    const leads = (await rowsOf(store, 'lead')).filter((row) => row['person_id'] === person)
    expect(leads.map(({ state }) => state)).toEqual(['closed'])
    expect((await store.personalData.held(person)).consents).toEqual([])
    const [told] = await store.personalData.agentErasures('a')
    expect(told).toMatchObject({ leadCode: leads[0]?.['code'], confirmedAt: undefined })
    expect(await store.personalData.confirmErasure('b', told?.id ?? 0)).toBe(false) // not theirs
    expect(await store.personalData.confirmErasure('a', told?.id ?? 0)).toBe(true)
    expect(await store.personalData.agentErasures('a')).toEqual([])
  })

  async function seenByAgent(person: string): Promise<void> {
    await sql`insert into lead_fact (lead_id, fact, actor, detail, at)
      select id, 'phone-shown', 'a', '', now() from lead where person_id = ${person}`.execute(tablesOf(store))
  }

  test('asked to be forgotten, they get the receipt first; then nothing about them can be found or read', async () => {
    const again = lead()
    const person = await turn(user, { leads: [again], wishes: [{ kind: 'erase', code: 'DLXOA' }] })
    expect(await store.personalData.eraseAsked()).toBe(0) // the receipt is not out yet
    await sendAll(person)
    const keyBefore = (await rowsOf(store, 'person')).find(({ id }) => id === person)?.['wrapped_key']
    expect(await store.personalData.eraseAsked()).toBe(1)
    const everything = await everyRow()
    for (const trace of [...traces, String(keyBefore)]) expect(everything).not.toContain(trace)
    const proofs = (await rowsOf(store, 'consent')).filter((row) => row['pseudonym'] === person)
    expect(proofs.length).toBeGreaterThan(0)
    for (const proof of proofs)
      expect(proof).toMatchObject({ person_id: null, lead_id: null, sealed_given: null })
    expect(proofs[0]?.['text_hash']).toHaveLength(64)
    const asked = (await rowsOf(store, 'data_request')).find(({ code }) => code === 'DLXOA')
    expect(asked).toMatchObject({ person_id: null, source: 'chat' })
    expect(asked?.['done_at']).not.toBeNull()
  })

  /** Every table of ours and of the queue; sealed fields of the person must be gone, not only unreadable. */
  async function everyRow(): Promise<string> {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '."' || table_name || '"' as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(tablesOf(store))
    const all = await Promise.all(rows.map(({ name }) => rowsOf(store, name)))
    return JSON.stringify(all)
  }

  test('who writes again is somebody new; a backup that brings the old one back is cleaned again', async () => {
    const old = await turn('uid-restored', {})
    await store.personalData.erase(old)
    const anew = await turn('uid-restored', {})
    expect(anew).not.toBe(old)
    await sql`update person set created_at = now() - interval '1 year' where id = ${anew}`.execute(
      tablesOf(store),
    )
    expect(await store.personalData.eraseAgain()).toBe(1)
    expect((await rowsOf(store, 'person')).filter(({ id }) => id === anew)).toEqual([])
  })

  test('one person can be handed everything that is held about them', async () => {
    const person = await turn('uid-export', {
      leads: [leadRecord(clock.now(), { draft: draft({ phone: '+84977000222' }) })],
    })
    expect(await store.personalData.export(person)).toMatchObject({
      leads: [{ phone: '+84977000222' }],
      proofs: [{ purpose: 'call-back' }],
    })
  })

  test('a lead closed long ago tells nothing any more and still counts', async () => {
    const one = leadRecord(clock.now(), { draft: draft({ phone: '+84977000333' }) })
    await turn('uid-long-ago', { leads: [one], wishes: [{ kind: 'withdraw', code: 'DLCU' }] })
    clock.move(366 * 24 * 3_600_000)
    await store.tidy()
    const [row] = (await rowsOf(store, 'lead')).filter(({ id }) => id === one.id)
    expect(row).toMatchObject({
      person_id: null,
      sealed_details: '',
      phone_hash: null,
      commune_code: '16681',
    })
  })
})
