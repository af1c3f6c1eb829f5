import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { AgentDesk } from '../../src/leads/agent-desk.ts'
import { tellAgents } from '../../src/work/tell-agents.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { fakeNotifier, noBody, typed, workParts } from '../support/store-work.ts'

await describeOnBothStores('the agent’s desk', (newPlace) => {
  const clock = movableClock()
  const { notifier, told } = fakeNotifier()
  let place: TestPlace
  let store: Store
  let desk: AgentDesk
  let people = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    const codeLimit = memoryRateLimit({ name: 'code', times: 1000, seconds: 60 })
    desk = store.agentDesk({ notifier, codeLimit, mask: (text) => text.replaceAll(/\d{9,}/g, '…') })
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  beforeEach(() => {
    told.length = 0
  })

  const parts = () => workParts(store, { notifier, clock })
  const job = (key: string) => [{ id: key, key, isLastAttempt: false }]

  /** Someone asks to be called: their lead, told to its agent. */
  async function newLead() {
    people += 1
    await store.inbox.accept([typed(`bác ${people}`, `xin gọi 09${String(people).padStart(8, '0')}`)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(parts(), job(person))
    const lead = String((await rowsOf(store, 'lead')).find((row) => row['person_id'] === person)?.['id'])
    return { person, lead, token: await tell(lead) }
  }

  async function tell(lead: string): Promise<string> {
    await tellAgents(parts(), job(lead))
    return told.at(-1)?.data['link']?.split('/').at(-1) ?? ''
  }

  async function signIn(token: string): Promise<string> {
    expect(await desk.sendCode(token)).toBe('sent')
    const redeemed = await desk.redeem(token, told.at(-1)?.data['code'] ?? '')
    if (typeof redeemed !== 'object') throw new Error(redeemed)
    return redeemed.session
  }

  const factsOf = async (lead: string) =>
    (await rowsOf(store, 'lead_fact'))
      .filter((row) => row['lead_id'] === lead)
      .toSorted((a, b) => Number(a['id']) - Number(b['id']))
      .map(({ fact }) => fact)

  test('the notice holds a code and a link and nothing about the citizen', async () => {
    await newLead()
    expect(told).toHaveLength(1)
    expect(Object.keys(told[0]?.data ?? {}).toSorted()).toEqual(['code', 'link'])
    expect(told[0]?.template).toBe('new-lead')
    expect(told[0]?.phone).toMatch(/^\+8491100/)
    expect(JSON.stringify(told)).not.toContain('cô Lan')
  })

  test('looking at a link spends nothing and shows the end of the phone only', async () => {
    const { token } = await newLead()
    await desk.link(token)
    const { state, phoneEnds } = await desk.link(token)
    expect(state).toBe('valid')
    expect(phoneEnds).toMatch(/^\d{3}$/)
    expect(await desk.link('đoán mò')).toEqual({ state: 'unknown' })
  })

  test('the code goes to the same phone; the right one opens the lead once, in one browser', async () => {
    const { token, lead } = await newLead()
    const session = await signIn(token)
    expect(told.map(({ phone }) => phone)).toEqual([told[0]?.phone, told[0]?.phone])
    expect(await desk.link(token)).toEqual({ state: 'used' })
    expect(await desk.redeem(token, told.at(-1)?.data['code'] ?? '')).toBe('not-valid')
    expect(await desk.view(session)).toMatchObject({ state: 'offered', addressAs: 'cô Lan' })
    expect(await desk.view('đoán mò')).toBeUndefined()
    expect(await factsOf(lead)).toEqual(['captured', 'assigned', 'told', 'link-opened', 'viewed'])
  })

  test('five wrong codes lock the link, even for the right one', async () => {
    const { token } = await newLead()
    await desk.sendCode(token)
    const code = told.at(-1)?.data['code'] ?? ''
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const tries = []
    for (let i = 0; i < 5; i += 1) tries.push(await desk.redeem(token, wrong))
    expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked'])
    expect(await desk.redeem(token, code)).toBe('locked')
    expect(await desk.sendCode(token)).toBe('not-valid')
  })

  test('an old code, a code replaced by a newer one and no code at all are wrong', async () => {
    const { token } = await newLead()
    expect(await desk.redeem(token, '000000')).toBe('wrong')
    await desk.sendCode(token)
    const first = told.at(-1)?.data['code'] ?? ''
    await desk.sendCode(token)
    const second = told.at(-1)?.data['code'] ?? ''
    if (first !== second) expect(await desk.redeem(token, first)).toBe('wrong')
    clock.move(11 * 60_000)
    expect(await desk.redeem(token, second)).toBe('wrong')
  })

  test('a link lives for a day, a session too', async () => {
    const { token } = await newLead()
    const session = await signIn((await newLead()).token)
    clock.move(24 * 3_600_000 + 1)
    expect(await desk.link(token)).toEqual({ state: 'expired' })
    expect(await desk.sendCode(token)).toBe('not-valid')
    expect(await desk.view(session)).toBeUndefined()
  })

  test('too many codes are refused, and a code that could not be sent is said to be', async () => {
    const { token } = await newLead()
    const { notifier: dead } = fakeNotifier({ kind: 'person-left', detail: 'no such phone' })
    const codeLimit = memoryRateLimit({ name: 'strict', times: 1, seconds: 60 })
    const strict = store.agentDesk({ notifier: dead, codeLimit, mask: (text) => text })
    expect(await strict.sendCode(token)).toBe('not-sent')
    expect(await strict.sendCode(token)).toBe('too-many')
  })

  test('the phone shows after accepting, and each look at it is a fact', async () => {
    const { token, lead } = await newLead()
    const session = await signIn(token)
    expect((await desk.view(session))?.phone).toBeUndefined()
    const accepted = await desk.accept(session)
    expect(accepted?.state).toBe('accepted')
    expect(accepted?.phone).toMatch(/^\+849/)
    await desk.accept(session)
    await desk.view(session)
    const facts = (await factsOf(lead)).slice(3)
    expect(facts).toEqual(['link-opened', 'viewed', 'accepted', 'phone-shown', 'phone-shown', 'phone-shown'])
  })

  test('an outcome closes the lead, unless the talk goes on', async () => {
    const session = await signIn((await newLead()).token)
    expect(await desk.close(session, { kind: 'joined' })).toMatchObject({ state: 'offered' }) // nothing before accepting
    await desk.accept(session)
    const missed = await desk.close(session, { kind: 'not-reached' })
    expect(missed).toMatchObject({ state: 'accepted', outcome: { kind: 'not-reached' }, notReached: 1 })
    const at = new Date(clock.now().getTime() + 3_600_000)
    const again = await desk.close(session, { kind: 'call-again', at })
    expect(again).toMatchObject({ state: 'contacted', appointment: at })
    expect(await desk.close(session, { kind: 'will-join' })).toMatchObject({ state: 'contacted' })
    const joined = await desk.close(session, {
      kind: 'joined',
      programme: 'voluntary',
      months: 12,
      from: '2026-12-01',
    })
    expect(joined).toMatchObject({ state: 'closed', outcome: { kind: 'joined' } })
    const row = (await rowsOf(store, 'lead')).find(({ code }) => code === joined?.code)
    expect(row).toMatchObject({ joined_programme: 'voluntary', joined_months: 12, joined_from: '2026-12-01' })
    expect(await desk.close(session, { kind: 'not-reached' })).toMatchObject({ state: 'closed' }) // put right, not reopened
  })

  test('a wrong number blocks that phone for that account, and the citizen is asked to rate only real talks', async () => {
    const { token, lead, person } = await newLead()
    const session = await signIn(token)
    const phone = (await desk.accept(session))?.phone
    await desk.close(session, { kind: 'wrong-number' })
    expect(await store.leads.standing(person, phone)).toMatchObject({ isBlocked: true, openLeads: [] })
    const owed = (await rowsOf(store, 'citizen_notice')).filter((row) => row['lead_id'] === lead)
    expect(owed).toEqual([])
  })

  test('a wish to be erased, and a person of another commune, reach the province’s desk', async () => {
    for (const kind of ['erase-request', 'other-commune'] as const) {
      const { token, lead } = await newLead()
      const session = await signIn(token)
      await desk.accept(session)
      await desk.close(session, { kind })
      const notices = (await rowsOf(store, 'staff_notice')).filter((row) => row['lead_id'] === lead)
      expect(notices).toHaveLength(1)
    }
  })

  test('a lead handed back goes to the next agent, who is told, and the citizen hears who calls', async () => {
    const { token, lead, person } = await newLead()
    const session = await signIn(token)
    const first = told.at(-1)?.phone
    await store.outbox
      .claim([person])
      .then((due) =>
        Promise.all(due.map((one) => store.outbox.settle(one, { kind: 'sent', platformId: '' }))),
      )
    const after = await desk.decline(session, 'đi vắng, gọi tôi 0911222333')
    expect(after).toMatchObject({ state: 'not-yours', explained: [] })
    expect(after?.phone).toBeUndefined()
    await tell(lead)
    expect(told.at(-1)).toMatchObject({ template: 'new-lead' })
    expect(told.at(-1)?.phone).not.toBe(first)
    const news = await store.outbox.claim([person])
    expect(news.map(({ reply }) => reply.text)).toEqual([
      expect.stringMatching(/^phiếu .* Nhân viên Phiếu . gọi$/),
    ])
    const declined = (await rowsOf(store, 'lead_fact')).find(
      (row) => row['lead_id'] === lead && row['fact'] === 'declined',
    )
    expect(declined?.['detail']).toBe('đi vắng, gọi tôi …')
    expect(await desk.accept(session)).toMatchObject({ state: 'not-yours' }) // no longer theirs
  })

  test('handed back twice, it is the desk’s, and the citizen hears that too', async () => {
    const { token, lead, person } = await newLead()
    await desk.decline(await signIn(token), 'đi vắng')
    await desk.decline(await signIn(await tell(lead)), 'ốm')
    const [row] = (await rowsOf(store, 'lead')).filter(({ id }) => id === lead)
    expect(row).toMatchObject({ state: 'offered', owner: 'province-desk', agent_id: null })
    const notices = (await rowsOf(store, 'staff_notice')).filter((one) => one['lead_id'] === lead)
    expect(notices.map(({ kind }) => kind)).toEqual(['lead-unassigned'])
    const before = told.length
    await tellAgents(parts(), job(lead))
    expect(told.length).toBe(before)
    const news = await store.outbox.claim([person])
    expect(news.at(-1)?.reply.text).toMatch(/cán bộ tỉnh gọi$/)
  })

  test('an act sent twice with its key is done once; it is refused to everyone else, and out of turn', async () => {
    const { lead } = await newLead()
    const work = store.agentWork({ mask: (text) => text })
    const agent = String((await rowsOf(store, 'lead')).find(({ id }) => id === lead)?.['agent_id'])
    const outcome = { do: 'outcome', outcome: { kind: 'not-reached' } } as const
    expect(await work.act(agent, lead, outcome, 'k0')).toBe('not-now')
    expect(await work.act(agent === 'a' ? 'b' : 'a', lead, { do: 'accept' }, 'k1')).toBe('not-yours')
    expect(await work.act(agent, lead, { do: 'accept' }, 'k1')).toBe('done')
    expect(await work.act(agent, lead, outcome, 'k2')).toBe('done')
    expect(await work.act(agent, lead, outcome, 'k2')).toBe('repeated')
    expect(await work.view(agent, lead)).toMatchObject({ state: 'accepted', notReached: 1 })
    expect(await work.view('c', lead)).toBeUndefined()
    expect((await work.mine(agent)).map(({ id }) => id)).toContain(lead)
    expect(await work.act(agent, lead, { do: 'hand-on', reason: 'chuyển công tác' }, 'k3')).toBe('done')
    expect(await work.act(agent, lead, { do: 'hand-on', reason: 'chuyển công tác' }, 'k3')).toBe('repeated')
    expect((await work.mine(agent)).map(({ id }) => id)).not.toContain(lead)
    const meant = (await factsOf(lead)).filter((fact) => fact === 'outcome' || fact === 'handed-on')
    expect(meant).toEqual(['outcome', 'handed-on'])
  })
})
