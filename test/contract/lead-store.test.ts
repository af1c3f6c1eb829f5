import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoEntries } from '../../src/adapters/postgres/leads/seed-demo.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { dayInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import type { Day } from '../../src/policy/values.ts'
import type { LeadRecord } from '../../src/leads/lead-record.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { leadRecord } from '../support/leads.ts'
import { draft, noBody, typed } from '../support/store-work.ts'

const unheard = { heard: undefined, tried: 'no' as const }

await describeOnBothStores('leads', (newPlace) => {
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

  const lead = (changes: Partial<LeadRecord> = {}) => leadRecord(clock.now(), changes)

  /** A turn of this person that leaves these leads. Answers the person's pseudonym. */
  async function leave(user: string, ...leads: readonly LeadRecord[]): Promise<string> {
    await store.inbox.accept([typed(user, 'gọi cho tôi')], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const [talk] = await store.turns.load(waiting.map((row) => String(row['person_id'])))
    if (!talk) throw new Error('nothing waits')
    const { person, version } = talk
    const answered = talk.waiting.map(({ id }) => id)
    const rest = { session: 's', replies: [], notices: [], notes: [], heardAt: new Date() }
    await store.turns.commit({ person, channel: 'zalo', version, answered, leads, ...rest })
    return person
  }

  const rowOf = async (table: string, key: string, id: string) =>
    (await rowsOf(store, table)).filter((row) => row[key] === id)

  test('a captured lead is kept with its facts, its proof of consent and a job, in the turn’s transaction', async () => {
    const one = lead()
    const person = await leave('bác Tư', one)
    expect(await rowOf('lead', 'id', one.id)).toMatchObject([
      { code: one.code, agent_id: 'a', state: 'offered', person_id: person, commune_code: '16681' },
    ])
    const facts = await rowOf('lead_fact', 'lead_id', one.id)
    expect(facts.map(({ fact }) => fact)).toEqual(['captured', 'assigned'])
    expect(await rowOf('consent', 'lead_id', one.id)).toMatchObject([
      {
        person_id: person,
        pseudonym: person,
        given_by: 'self',
        channel: 'zalo',
        text_version: '2026-11',
        text_hash: 'a'.repeat(64),
        how: 'words',
      },
    ])
    expect((await jobsOf(store, 'lead-deliver')).map((job) => job['singleton_key'])).toContain(one.id)
  })

  test('the same lead cannot be kept twice, and a turn that tries leaves nothing else either', async () => {
    const one = lead()
    await leave('bác Năm', one)
    await expect(leave('bác Năm', { ...one, code: 'KHAC' })).rejects.toThrow()
    expect(await rowOf('lead', 'id', one.id)).toHaveLength(1)
    const [talk] = await store.turns.load((await rowsOf(store, 'person')).map(({ id }) => String(id)))
    expect(talk?.waiting).toHaveLength(1) // still to be answered
    await leave('bác Năm')
  })

  test('what is known of a person and a phone: open leads, how many today, blocked pairs, other accounts', async () => {
    const one = lead({ draft: draft({ phone: '+84900000001', forWhom: 'parent' }) })
    const person = await leave('bác Sáu', one)
    const { id, code, owner, meetingCode } = one
    expect(await store.leads.standing(person, '+84900000001')).toMatchObject({
      openLeads: [{ id, code, owner, meetingCode, phone: '+84900000001', forWhom: 'parent' }],
      ...{ leftToday: 1, isBlocked: false, openElsewhere: undefined },
    })
    const other = await leave('bác Sáu Mươi')
    expect(await store.leads.standing(other, '+84900000001')).toMatchObject({
      openLeads: [],
      openElsewhere: id,
    })
    expect(await store.leads.standing(other, undefined)).toMatchObject({ openElsewhere: undefined })
  })

  test('two accounts cannot have an open lead with the same phone', async () => {
    await leave('bác Sáu Mốt', lead({ draft: draft({ phone: '+84900000002' }) }))
    const second = lead({ draft: draft({ phone: '+84900000002' }) })
    await expect(leave('bác Sáu Hai', second)).rejects.toThrow()
    await leave('bác Sáu Hai')
  })

  test('agents of a commune come with all that routing asks: standing, point, training, leave, and how busy they are', async () => {
    const today = dayInVietNam(clock.now())
    await store.register.addLeave('a', { from: today, until: today }, 'agent a')
    const gone = await store.register.addLeave('b', { from: today, until: today }, 'agent b')
    await store.register.cancelLeave(gone)
    await store.register.setQuiet('b', { from: 1200, until: 360 })
    const [a, b, c] = await store.leads.agents('16681')
    expect(a).toMatchObject({
      ...{ id: 'a', state: 'active', point: { id: 'diem-1', state: 'active' }, trainedUntil: '2099-12-31' },
      ...{ leaves: [{ from: today, until: today }], quiet: undefined },
    })
    expect(a?.communes.toSorted()).toEqual(['16681', '16690'])
    expect(b).toMatchObject({ leaves: [], quiet: { from: 1200, until: 360 } })
    expect(c).toMatchObject({ id: 'c', state: 'suspended' })
    const owner = { kind: 'agent', id: 'b', name: 'B', organisation: 'x' } as const
    await leave('bác Bảy', lead({ owner }))
    const after = await store.leads.agents('16681')
    expect((after[1]?.openLeads ?? 0) - (b?.openLeads ?? 0)).toBe(1)
    expect(after[1]?.lastOfferedAt).toBeInstanceOf(Date)
    expect(await store.leads.agents('99999')).toEqual([])
    await store.register.setQuiet('b', undefined)
  })

  test('a suspension that has a last day is over on the day after', async () => {
    const { agents = [], ...rest } = demoEntries(demo())
    const until = (day: Day) =>
      store.register.put({
        ...rest,
        agents: agents.map((one) => ({ ...one, standing: { state: 'suspended', until: day } })),
      })
    await until(dayInVietNam(clock.now()))
    expect((await store.leads.agents('16681')).map(({ state }) => state)).toEqual(Array(3).fill('suspended'))
    await until('2026-01-01')
    expect((await store.leads.agents('16681')).map(({ state }) => state)).toEqual(Array(3).fill('active'))
    await store.seedDemo(demo(), false)
  })

  test('a commune’s desks: its officer and the office that serves it', async () => {
    const office = {
      id: 'cs-1',
      name: 'BHXH cơ sở Vinh',
      commune: '16681',
      address: 'x',
      hours: 'y',
      phone: '0238',
    }
    await store.register.put({
      offices: [{ ...office, communes: ['16681', '16690'] }],
      officers: [{ commune: '16681', id: 'cb-1', name: 'Nguyễn Văn B' }],
    })
    expect(await store.leads.desks('16681')).toEqual({
      officer: { id: 'cb-1', name: 'Nguyễn Văn B' },
      office: { id: 'cs-1', name: 'BHXH cơ sở Vinh' },
    })
    await store.register.put({ offices: [{ ...office, communes: ['16690'] }] })
    expect((await store.leads.desks('16681')).office).toBeUndefined()
    expect(await store.leads.desks('99999')).toEqual({ officer: undefined, office: undefined })
  })

  test('bringing a lead up to date changes what was said and leaves who calls alone', async () => {
    const one = lead()
    const person = await leave('bác Tám', one)
    const newer = { ...one, isNew: false, isOffered: false, draft: draft({ phone: '+84988777666' }) }
    await leave('bác Tám', { ...newer, facts: [{ fact: 'updated', actor: 'citizen', detail: '' }] })
    const { openLeads } = await store.leads.standing(person, undefined)
    expect(openLeads).toMatchObject([{ id: one.id, phone: '+84988777666', owner: { id: 'a' } }])
    expect(await rowOf('consent', 'lead_id', one.id)).toHaveLength(2)
  })

  test('its agent is told with a fresh link, once', async () => {
    const one = lead()
    await leave('bác Chín', one)
    const ready = await store.leads.readyToTell(one.id)
    expect(ready).toMatchObject({
      promise: {
        leadCode: one.code,
        addressAs: 'cô Lan',
        caller: { name: 'Nhân viên Phiếu A' },
        meetingCode: '4827',
      },
      agent: { id: 'a', phone: '+84911000111' },
      retellTo: undefined,
    })
    if (!ready) throw new Error('nobody to tell')
    expect(ready.agent?.trackingId.length).toBeLessThanOrEqual(48)
    await store.leads.told(ready, {
      fact: { fact: 'told', actor: 'a', detail: '' },
      replies: [],
      next: 'done',
      ...unheard,
      tried: 'sent',
    })
    expect(await store.leads.readyToTell(one.id)).toBeUndefined()
    expect(JSON.stringify(await rowsOf(store, 'agent_link'))).not.toContain(ready.agent?.token)
  })

  test('a notice that failed is tried again later with the same link, and its failure is a fact', async () => {
    const one = lead()
    await leave('bác Mười', one)
    const first = await store.leads.readyToTell(one.id)
    if (!first) throw new Error('nobody to tell')
    const againAt = new Date(clock.now().getTime() + 60_000)
    const fact = { fact: 'notice-failed', actor: 'a', detail: 'night' } as const
    await store.leads.told(first, { fact, replies: [], next: { againAt }, ...unheard, tried: 'failed' })
    const second = await store.leads.readyToTell(one.id)
    expect(second?.agent).toEqual(first.agent)
    const living = (await rowOf('agent_link', 'lead_id', one.id)).filter(
      ({ expires_at }) => new Date(String(expires_at)) > clock.now(),
    )
    expect(living).toHaveLength(1)
  })

  test('a notice nobody can receive becomes the desk’s business', async () => {
    const one = lead()
    await leave('bác Hai', one)
    const ready = await store.leads.readyToTell(one.id)
    if (!ready) throw new Error('nobody to tell')
    const fact = { fact: 'notice-failed', actor: 'a', detail: 'no such phone' } as const
    await store.leads.told(ready, { fact, replies: [], next: 'desk-must-act', ...unheard })
    expect(await rowOf('staff_notice', 'lead_id', one.id)).toMatchObject([{ kind: 'lead-not-told' }])
  })

  test('a lead nobody covers is kept for the desk', async () => {
    const orphan = lead({ owner: { kind: 'province-desk' } })
    await leave('bác Ba', orphan)
    expect(await rowOf('lead', 'id', orphan.id)).toMatchObject([
      { state: 'offered', owner: 'province-desk', agent_id: null },
    ])
    expect(await store.leads.readyToTell(orphan.id)).toBeUndefined()
  })

  test('seeding again brings the demo up to date and makes none twice; an agent keeps the key; beside a real platform it is refused', async () => {
    const keys = async () =>
      (await rowsOf(store, 'agent')).map(({ id, wrapped_key }) => ({ id, wrapped_key }))
    const before = await keys()
    const { points, ...rest } = demo({ name: 'Tên mới', communes: ['16690'] })
    await store.seedDemo({ ...rest, points: points.map((one) => ({ ...one, address: 'Nhà mới' })) }, false)
    expect((await rowsOf(store, 'agent')).map(({ name }) => name)).toEqual(Array(3).fill('Tên mới'))
    expect(await keys()).toEqual(expect.arrayContaining(before))
    const covered = (await rowsOf(store, 'agent_commune')).map((row) => row['commune_code'])
    expect(covered).toEqual(Array(3).fill('16690'))
    expect((await rowsOf(store, 'collection_point')).map(({ address }) => address)).toEqual(['Nhà mới'])
    await store.seedDemo(demo(), false)
    await expect(store.seedDemo(demo(), true)).rejects.toThrow(/Dữ liệu mẫu/)
  })
})
