import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { AgentClue, Effect } from '../../src/conversation/effect.ts'
import type { Bot } from '../../src/conversation/turn.ts'
import { memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { loadDemo } from '../../src/adapters/files/load-places.ts'
import { describeOnBothStores, jobsOf, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { echoBot, noBody, typed, wordsOf, workParts } from '../support/store-work.ts'

const BY = 'test'
const an: AgentClue = { name: 'nguyen thi mau AN' }

await describeOnBothStores('what citizens look up', (newPlace) => {
  let now = new Date('2026-11-24T02:00:00Z')
  const clock = { now: () => now }
  let place: TestPlace
  let store: Store
  let people = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(loadDemo('.'), false)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const rowOf = async (table: string, key: string, id: string) =>
    (await rowsOf(store, table)).filter((row) => row[key] === id)

  async function say(user: string, text: string, parts = workParts(store, { clock })): Promise<string> {
    await store.inbox.accept([typed(user, text, now)], noBody)
    const [waiting] = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(waiting?.['person_id'])
    await answerMessages(parts, [{ id: person, key: person, isLastAttempt: false }])
    return person
  }
  async function said(person: string): Promise<readonly string[]> {
    const due = await store.outbox.claim([person])
    for (const one of due) await store.outbox.settle(one, { kind: 'sent', platformId: 'p' })
    return due.map(({ reply }) => reply.text)
  }
  async function newLead() {
    people += 1
    const user = `bác tin ${people}`
    const person = await say(user, `xin gọi 097${String(people).padStart(7, '0')}`)
    const [lead] = await rowOf('lead', 'person_id', person)
    await said(person)
    return { user, person, lead: String(lead?.['id']), agent: String(lead?.['agent_id']) }
  }

  test('an agent is known by name, phone or card, all that is said must be theirs, and nobody else is told', async () => {
    expect(await store.trust.verify(an)).toBe('active')
    expect(await store.trust.verify({ phone: '+84900000101' })).toBe('active')
    expect(await store.trust.verify({ card: 'MAUNA0001' })).toBe('active')
    expect(await store.trust.verify({ ...an, card: 'MAUNA0001', phone: '+84900000101' })).toBe('active')
    expect(await store.trust.verify({ ...an, card: 'MAUNA0002' })).toBe('mixed')
    expect(await store.trust.verify({ name: 'Le Thi Khong Co' })).toBe('unknown')
    expect(await store.trust.verify({ name: 'Mau An' })).toBe('unknown') // a part of a name is no name
    expect(await store.trust.verify({ card: 'MAUNA' })).toBe('unknown')
    expect(await store.trust.verify({ name: '%' })).toBe('unknown')
  })

  test('who is suspended, whose point is, or who is away shows at once, and again when it is over', async () => {
    await store.register.setAgent('nv-01', { state: 'suspended' }, BY)
    expect(await store.trust.verify(an)).toBe('paused')
    await store.register.setAgent('nv-01', { state: 'suspended', until: '2026-11-23' }, BY)
    expect(await store.trust.verify(an)).toBe('active')
    await store.register.setAgent('nv-01', { state: 'active' }, BY)
    await store.register.setPoint('diem-thanh-vinh-1', { state: 'closed' }, BY)
    expect(await store.trust.verify(an)).toBe('paused')
    await store.register.setPoint('diem-thanh-vinh-1', { state: 'active' }, BY)
    const leave = await store.register.addLeave('nv-01', { from: '2026-11-24', until: '2026-11-24' }, BY)
    expect(await store.trust.verify(an)).toBe('paused')
    await store.register.cancelLeave(leave)
    expect(await store.trust.verify(an)).toBe('active')
  })

  test('one person may ask only so often; others still may', async () => {
    const verifyLimit = memoryRateLimit({ name: 'test-verify', times: 2, seconds: 60 })
    const effect: Effect = { do: 'verify-agent', clue: an }
    const bot = asking(() => [effect])
    const parts = workParts(store, { clock, bot, verifyLimit })
    const person = await say('bác tò mò', 'a', parts)
    await say('bác tò mò', 'b', parts)
    await say('bác tò mò', 'c', parts)
    const verdicts = (await said(person)).filter((text) => text.startsWith('tra: '))
    expect(verdicts).toEqual(['tra: agent active', 'tra: agent active', 'tra: agent too-many'])
    const other = await say('bác khác', 'a', parts)
    expect(await said(other)).toContain('tra: agent active')
  })

  test('the code of their own lead is right; a wrong one is kept, alarms once for each message, and only so many are compared', async () => {
    expect(await store.trust.compareCode((await newPerson()).person, '0000', 'k')).toBe('none')
    const { person, lead } = await newLead()
    const mine = (await store.leads.wish(person, 'status'))?.meetingCode ?? ''
    const wrong = mine === '1111' ? '2222' : '1111'
    expect(await store.trust.compareCode(person, mine, 'k1')).toBe('right')
    expect(await store.trust.compareCode(person, wrong, 'k2')).toBe('wrong')
    expect(await store.trust.compareCode(person, wrong, 'k2')).toBe('wrong') // the same message, taken again
    const notices = await rowOf('staff_notice', 'lead_id', lead)
    expect(notices.filter(({ kind }) => kind === 'wrong-meeting-code')).toMatchObject([{ detail: '16681' }])
    expect(await store.trust.compareCode(person, wrong, 'k3')).toBe('wrong')
    expect(await store.trust.compareCode(person, wrong, 'k4')).toBe('too-many')
    expect(await store.trust.compareCode(person, mine, 'k5')).toBe('too-many')
    expect(JSON.stringify(await rowOf('lead_fact', 'lead_id', lead))).not.toContain(wrong)
  })

  test('another owner has another code, and the tries count anew', async () => {
    const { person, agent } = await newLead()
    const before = (await store.leads.wish(person, 'status'))?.meetingCode ?? ''
    for (const key of ['a', 'b', 'c']) await store.trust.compareCode(person, 'xxxx', key)
    expect(await store.trust.compareCode(person, before, 'd')).toBe('too-many')
    now = new Date(now.getTime() + 60_000)
    await store.register.setAgent(agent, { state: 'suspended' }, BY)
    const after = (await store.leads.wish(person, 'status'))?.meetingCode ?? ''
    expect(await store.trust.compareCode(person, after, 'e')).toBe('right')
    await store.register.setAgent(agent, { state: 'active' }, BY)
  })

  test('the call is moved to another time of the day, its agent hears, and doing it again changes nothing', async () => {
    const { person, lead } = await newLead()
    const jobs = (await jobsOf(store, 'lead-deliver')).length
    expect(await store.trust.changeCallTime(person, 'evening', 'k')).toMatchObject({ addressAs: 'cô Lan' })
    await store.trust.changeCallTime(person, 'evening', 'k2')
    const facts = await rowOf('lead_fact', 'lead_id', lead)
    expect(facts.filter(({ fact }) => fact === 'time-changed')).toMatchObject([{ detail: 'evening' }])
    expect((await jobsOf(store, 'lead-deliver')).length).toBe(jobs + 1)
    const [row] = await rowOf('lead', 'id', lead)
    const view = await store.agentWork({ mask: (text) => text }).view(String(row?.['agent_id']), lead)
    expect(view?.bestTime).toBe('evening')
    await store.leads.wish(person, 'cancel')
    expect(await store.trust.changeCallTime(person, 'morning', 'k3')).toBeUndefined()
  })

  test('points come from the register: open ones there, those of agents who cover it, the office, or honestly none', async () => {
    const there = async (commune: string) => {
      const { points, office } = await store.trust.points(commune)
      return [...points.map(({ name }) => name), ...(office ? [office.name] : [])]
    }
    expect((await there('17971'))[0]).toBe('Điểm thu mẫu số 1 xã Kim Liên')
    await store.register.setPoint('diem-kim-lien-1', { state: 'suspended' }, BY)
    expect(await there('17971')).not.toContain('Điểm thu mẫu số 1 xã Kim Liên')
    await store.register.setPoint('diem-kim-lien-1', { state: 'active' }, BY)
    expect(await there('99999')).toEqual([])
    const point = {
      ...{ id: 'diem-xa', name: 'Điểm thu xa', organisation: 'Bưu điện (mẫu)', commune: '16681' },
      ...{ address: 'Nhà mẫu', hours: 'Thứ Hai', standing: { state: 'active' as const } },
    }
    const far = {
      ...{
        id: 'nv-xa',
        name: 'Lê Mẫu Xa',
        phone: '+84900000999',
        organisation: 'Bưu điện (mẫu)',
        point: 'diem-xa',
      },
      ...{ communes: ['99998'], cardNumber: 'MAU-XA-1', standing: { state: 'active' as const } },
    }
    await store.register.put({ points: [point], agents: [far] })
    expect(await there('99998')).toEqual(['Điểm thu xa'])
  })

  test('a strange caller is kept with commune and trick, and nothing of who was called', async () => {
    const effect: Effect = { do: 'report-scam', commune: '17971', pattern: 'otp', verdict: 'scam' }
    const person = await say(
      'bác bị gọi',
      'họ xin mã',
      workParts(store, { clock, bot: asking(() => [effect]) }),
    )
    const rows = await rowsOf(store, 'scam_report')
    expect(rows).toMatchObject([{ commune_code: '17971', pattern: 'otp', verdict: 'scam' }])
    expect(JSON.stringify(rows)).not.toContain(person)
  })

  async function newPerson() {
    people += 1
    return { person: await say(`bác mới ${people}`, 'chào') }
  }
})

/** The echo bot, with the effects a test wants. */
function asking(effects: (said: string) => readonly Effect[]): Bot {
  const bot = echoBot()
  return {
    ...bot,
    runTurn: async (input) => ({ ...(await bot.runTurn(input)), effects: effects(wordsOf(input)) }),
  }
}
