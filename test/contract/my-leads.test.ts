import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { LeadAct } from '../../src/leads/lead-acts.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

await describeOnBothStores('an agent’s own leads, through the API', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  const cookies = new Map<string, string>()
  let people = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    site = await consoleSite(store, clock)
    for (const agent of ['a', 'b'])
      cookies.set(agent, await (await accountWith(store, 'agent', { agent })).session())
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  /** Somebody asks to be called: whose lead it is, and who is not. */
  async function newLead() {
    people += 1
    await store.inbox.accept([typed(`cô ${people}`, `xin gọi 09${String(people).padStart(8, '0')}`)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    const row = (await rowsOf(store, 'lead')).find((one) => one['person_id'] === person)
    const agent = String(row?.['agent_id'])
    return { id: String(row?.['id']), agent, other: agent === 'a' ? 'b' : 'a' }
  }

  const as = (agent: string) => ({ cookie: cookies.get(agent) ?? '' })
  const card = async (agent: string, id: string) => site.call(`GET /my/leads/${id}`, as(agent))
  const list = async (agent: string) =>
    (await site.call('GET /my/leads', as(agent))).body['leads'] as Record<string, unknown>[]
  const tap = async (agent: string, id: string, act: object, key: string = randomUUID()) =>
    site.call(`POST /my/leads/${id}/acts`, { ...as(agent), body: { key, act } })
  const facts = async (id: string) =>
    (await rowsOf(store, 'lead_fact'))
      .filter((row) => row['lead_id'] === id)
      .toSorted((a, b) => Number(a['id']) - Number(b['id']))

  test('only one’s own: another agent sees it nowhere and can do nothing with it', async () => {
    const { id, agent, other } = await newLead()
    expect((await list(agent)).map((one) => one['id'])).toContain(id)
    expect((await list(other)).map((one) => one['id'])).not.toContain(id)
    expect((await card(other, id)).status).toBe(404)
    expect((await card(agent, randomUUID())).status).toBe(404)
    expect((await card(agent, 'khong-phai-ma')).status).toBe(404)
    const acts: LeadAct[] = [
      { do: 'accept' },
      { do: 'decline', reason: 'thử' },
      { do: 'note', text: 'thử' },
      { do: 'outcome', outcome: { kind: 'joined', programme: 'voluntary' } },
    ]
    for (const act of acts) expect((await tap(other, id, act)).body).toEqual({ result: 'not-yours' })
    expect((await rowsOf(store, 'lead')).find((row) => row['id'] === id)).toMatchObject({
      state: 'offered',
      agent_id: agent,
    })
  })

  test('before accepting: no phone, no meeting code, and in the list no name; every look is written down', async () => {
    const { id, agent } = await newLead()
    const before = await card(agent, id)
    expect(before.body).toMatchObject({ state: 'offered', addressAs: 'cô Lan', history: [] })
    expect(before.body).not.toHaveProperty('phone')
    expect(before.body).not.toHaveProperty('meetingCode')
    expect(JSON.stringify(await list(agent))).not.toContain('cô Lan')
    expect((await tap(agent, id, { do: 'accept' })).body).toEqual({ result: 'done' })
    const after = await card(agent, id)
    expect(after.body['phone']).toMatch(/^\+849/)
    expect(after.body['meetingCode']).toMatch(/^\d{4}$/)
    expect((await list(agent)).find((one) => one['id'] === id)).toMatchObject({ addressAs: 'cô Lan' })
    expect((await facts(id)).map(({ fact }) => fact).slice(-3)).toEqual(['viewed', 'accepted', 'phone-shown'])
  })

  test('the card has talking points for the likeliest person, with numbers instead of holes', async () => {
    const { id, agent } = await newLead()
    const { points } = (await card(agent, id)).body as { points: Record<string, unknown> }
    expect(points).toMatchObject({ isGuess: true, label: 'Người làm ruộng, vườn, rừng, biển' })
    expect(points['parts']).toHaveLength(6)
    expect(JSON.stringify(points)).toMatch(/OTP/)
    expect(JSON.stringify(points['parts'])).not.toMatch(/[{][a-z-]+[}]/)
  })

  test('an outcome with a note and an hour is one record, however often the phone sends it', async () => {
    const { id, agent } = await newLead()
    await tap(agent, id, { do: 'accept' })
    const at = new Date(clock.now().getTime() + 3 * 3_600_000).toISOString()
    const act = { do: 'outcome', outcome: { kind: 'not-reached', at }, note: 'chồng nghe máy, hẹn chiều' }
    const key = randomUUID()
    const sent = await Promise.all([1, 2, 3, 4].map(() => tap(agent, id, act, key)))
    expect(sent.map(({ body }) => body['result']).toSorted()).toEqual([
      'done',
      'repeated',
      'repeated',
      'repeated',
    ])
    const { body } = await card(agent, id)
    expect(body).toMatchObject({ notReached: 1, appointment: at, outcome: { kind: 'not-reached' } })
    expect(body['history']).toMatchObject([
      { fact: 'captured', by: 'citizen' },
      { fact: 'accepted', by: 'me' },
      { fact: 'outcome', by: 'me', detail: 'not-reached', note: 'chồng nghe máy, hẹn chiều' },
    ])
    const kept = JSON.stringify(await rowsOf(store, 'lead_fact'))
    expect(kept).not.toContain('chồng nghe máy')
  })

  test('the list: to accept, then calls that are due, hours agreed, the rest, and what was just closed', async () => {
    const made: string[] = []
    const of = async (...acts: object[]) => {
      let lead = await newLead()
      while (lead.agent !== 'a') lead = await newLead()
      for (const act of acts) await tap('a', lead.id, act)
      made.push(lead.id)
    }
    const accept = { do: 'accept' }
    const outcome = (kind: string, more: object = {}) => ({ do: 'outcome', outcome: { kind, ...more } })
    await of(accept, outcome('joined', { programme: 'voluntary', months: 6 }))
    await of(accept, outcome('will-join'))
    await of(accept, outcome('call-again', { at: new Date(clock.now().getTime() + 7_200_000).toISOString() }))
    await of(accept)
    await of()
    const all = await list('a')
    const mine = all.filter((one) => made.includes(String(one['id'])))
    expect(mine.map(({ id }) => id)).toEqual(made.toReversed())
    expect(mine.map(({ urgency }) => urgency)).toEqual(['accept', 'call', 'appointment', 'follow', 'done'])
    clock.move(3 * 3_600_000)
    expect((await list('a')).find(({ id }) => id === made[2])).toMatchObject({ urgency: 'call' })
  })

  test('handed on with a reason: gone from the list, and the next one reads why; declined likewise', async () => {
    const { id, agent, other } = await newLead()
    await tap(agent, id, { do: 'accept' })
    await tap(agent, id, { do: 'outcome', outcome: { kind: 'not-reached' }, note: 'nhà sau chợ' })
    expect((await tap(agent, id, { do: 'hand-on', reason: 'tôi chuyển công tác' })).body).toEqual({
      result: 'done',
    })
    expect((await list(agent)).map((one) => one['id'])).not.toContain(id)
    expect((await card(agent, id)).status).toBe(404)
    await tap(other, id, { do: 'accept' })
    const { body } = await card(other, id)
    expect(JSON.stringify(body['history'])).toContain('tôi chuyển công tác')
    expect(body['history']).toContainEqual(
      expect.objectContaining({ by: 'another-agent', note: 'nhà sau chợ' }),
    )
  })

  test.each([
    [{ do: 'decline' }, 'act.reason'],
    [{ do: 'decline', reason: '   ' }, 'act.reason'],
    [{ do: 'outcome', outcome: { kind: 'call-again' } }, 'act.outcome.at'],
    [{ do: 'outcome', outcome: { kind: 'call-again', at: '2040-01-01T00:00:00Z' } }, 'act.outcome.at'],
    [{ do: 'outcome', outcome: { kind: 'joined' } }, 'act.outcome.programme'],
    [{ do: 'outcome', outcome: { kind: 'gone' } }, 'act.outcome.kind'],
    [{ do: 'note', text: 'x'.repeat(501) }, 'act.text'],
    [{ do: 'erase-everything' }, 'act.do'],
  ])('%j is refused by name', async (act, field) => {
    const { id, agent } = await newLead()
    const { status, body } = await tap(agent, id, act)
    expect([status, (body['error'] as { field?: string }).field]).toEqual([422, field])
  })

  test('an agent’s account that stands for no agent has nothing', async () => {
    const lost = await (await accountWith(store, 'agent')).session()
    expect((await site.call('GET /my/leads', { cookie: lost })).status).toBe(409)
  })

  test('a lead says what brought the person, or the channel they came by', async () => {
    const from = typed('chú quét mã', 'xin gọi 0987000111')
    await store.inbox.accept([{ ...from, source: { kind: 'link', ref: 'TO-ROI-7' } }], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    const { id } = await newLead()
    const leads = await rowsOf(store, 'lead')
    expect(leads.find((row) => row['person_id'] === person)).toMatchObject({ source: 'link:TO-ROI-7' })
    expect(leads.find((row) => row['id'] === id)).toMatchObject({ source: 'zalo' })
  })
})
