import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { tellAgents } from '../../src/work/tell-agents.ts'
import { demo } from '../support/store-demo.ts'
import { describeOnBothStores, jobsOf, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { fakeChannel, fakeNotifier, noBody, typed, workParts } from '../support/store-work.ts'

const HOUR = 3_600_000
const WINDOW = 48 * HOUR

await describeOnBothStores('the clock of leads', (newPlace) => {
  let now = new Date('2026-11-24T02:00:00Z')
  const clock = { now: () => now }
  const { notifier, told } = fakeNotifier()
  const channels = [{ ...fakeChannel('zalo').channel, replyWithinMs: WINDOW }]
  let place: TestPlace
  let store: Store
  let people = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const parts = () => workParts(store, { clock, notifier, channels })
  const job = (key: string) => [{ id: key, key, isLastAttempt: false }]
  const later = (hours: number) => void (now = new Date(now.getTime() + hours * HOUR))
  const rowOf = async (table: string, key: string, id: string) =>
    (await rowsOf(store, table)).filter((row) => row[key] === id)

  async function say(user: string, text: string): Promise<string> {
    await store.inbox.accept([typed(user, text, now)], noBody)
    const [waiting] = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(waiting?.['person_id'])
    await answerMessages(parts(), job(person))
    return person
  }
  async function newLead() {
    people += 1
    const user = `bác ${people}`
    const person = await say(user, `xin gọi 09${String(people).padStart(8, '0')}`)
    const lead = String((await rowOf('lead', 'person_id', person))[0]?.['id'])
    await tellAgents(parts(), job(lead))
    return { user, person, lead }
  }
  /** What they read since they were last looked at. */
  async function said(person: string): Promise<readonly string[]> {
    const due = await store.outbox.claim([person])
    for (const one of due) await store.outbox.settle(one, { kind: 'sent', platformId: 'p' })
    return due.map(({ reply }) => reply.text)
  }

  test('half-way the agent is reminded with a fresh link; at the end the next one has it, then a desk, and a supervisor hears', async () => {
    const { lead } = await newLead()
    const first = (await rowOf('lead', 'id', lead))[0]?.['agent_id']
    const notices = told.length
    later(2)
    expect(await store.leads.keepTime()).toEqual({ reminded: 1, reassigned: 0, supervisors: 0 })
    expect(await store.leads.keepTime()).toEqual({ reminded: 0, reassigned: 0, supervisors: 0 })
    await tellAgents(parts(), job(lead))
    expect(told.length).toBe(notices + 1)
    later(2)
    expect(await store.leads.keepTime()).toMatchObject({ reassigned: 1 })
    const [second] = await rowOf('lead', 'id', lead)
    expect(second).toMatchObject({ state: 'offered', owner: 'agent', reassigned: 1 })
    expect(second?.['agent_id']).not.toBe(first)
    later(4)
    expect(await store.leads.keepTime()).toMatchObject({ supervisors: 1 })
    expect((await rowOf('lead', 'id', lead))[0]).toMatchObject({ owner: 'province-desk', state: 'offered' })
    const kinds = (await rowOf('staff_notice', 'lead_id', lead)).map(({ kind }) => kind)
    expect(kinds).toContain('lead-late')
    later(9)
    expect(await store.leads.keepTime()).toMatchObject({ supervisors: 0 }) // heard already
  })

  test('while the window is open the citizen hears of the new caller; else at their next message, or by one template', async () => {
    const { lead, person, user } = await newLead()
    await say(user, 'vâng')
    await said(person)
    later(4)
    await store.leads.keepTime()
    await tellAgents(parts(), job(lead))
    expect((await said(person)).some((text) => text.startsWith('phiếu '))).toBe(true)
    later(60) // the window shut long ago
    await store.leads.keepTime()
    const before = told.length
    await tellAgents(parts(), job(lead))
    expect(await said(person)).toEqual([])
    expect(told.slice(before).map(({ template }) => template)).toContain('new-caller')
    expect(await rowOf('citizen_notice', 'lead_id', lead)).toMatchObject([{ how: 'template' }])
  })

  test('where no template goes out the news waits for their next message, and then a job tells it', async () => {
    const { lead, person, user } = await newLead()
    const dead = fakeNotifier(
      ...Array<{ kind: 'our-fault'; detail: string }>(9).fill({ kind: 'our-fault', detail: 'none' }),
    )
    later(60)
    await store.leads.keepTime()
    await tellAgents({ ...parts(), notifier: dead.notifier }, job(lead))
    expect(await rowOf('citizen_notice', 'lead_id', lead)).toMatchObject([{ told_at: null }])
    await tellAgents({ ...parts(), notifier: dead.notifier }, job(lead))
    expect(dead.told.filter(({ template }) => template === 'new-caller')).toHaveLength(1) // tried once
    const jobs = (await jobsOf(store, 'lead-deliver')).length
    await say(user, 'có ai gọi chưa')
    expect((await jobsOf(store, 'lead-deliver')).length).toBe(jobs + 1)
    await tellAgents(parts(), job(lead))
    expect((await said(person)).some((text) => text.startsWith('phiếu '))).toBe(true)
    expect(await rowOf('citizen_notice', 'lead_id', lead)).toMatchObject([{ how: 'chat' }])
  })

  test('after a talk they are asked how it went, once; what they say is kept, a wrong code alarms, and they can cancel', async () => {
    const { lead, person } = await newLead()
    expect(await store.leads.wish(person, 'status')).toMatchObject({
      meetingCode: expect.stringMatching(/^\d{4}$/) as string,
    })
    expect(await store.leads.wish(person, 'rate-good')).toBeUndefined()
    await store.leads.wish(person, 'wrong-code')
    expect((await rowOf('staff_notice', 'lead_id', lead)).map(({ kind }) => kind)).toContain(
      'wrong-meeting-code',
    )
    const work = store.agentWork({ mask: (text) => text })
    const agent = String((await rowOf('lead', 'id', lead))[0]?.['agent_id'])
    await work.act(agent, lead, { do: 'accept' }, 'a')
    await work.act(agent, lead, { do: 'outcome', outcome: { kind: 'advised' } }, 'b')
    await said(person)
    await tellAgents(parts(), job(lead))
    expect(await said(person)).toContain('thấy thế nào')
    await tellAgents(parts(), job(lead))
    expect(await said(person)).toEqual([])
    await store.leads.wish(person, 'rate-good')
    expect((await rowOf('lead', 'id', lead))[0]).toMatchObject({ rating: 5 })
    const other = await newLead()
    await store.leads.wish(other.person, 'cancel')
    expect((await rowOf('lead', 'id', other.lead))[0]).toMatchObject({ state: 'closed', outcome: null })
    expect(await store.leads.wish(other.person, 'status')).toBeUndefined()
  })
})
