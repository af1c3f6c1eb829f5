import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { dayInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import { periodOf } from '../../src/targets/period.ts'
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

await describeOnBothStores('an agent’s hours, numbers, deletions and suggestions', (newPlace) => {
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
    cookies.set('officer', await (await accountWith(store, 'officer')).session())
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const ask = (who: string, key: string, body?: unknown) =>
    site.call(key, { cookie: cookies.get(who) ?? '', ...(body === undefined ? {} : { body }) })
  const today = () => dayInVietNam(clock.now())

  async function newLead() {
    people += 1
    const text = `xin gọi 09${String(people).padStart(8, '0')}`
    await store.inbox.accept([typed(`bác ${people}`, text)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    const row = (await rowsOf(store, 'lead')).find((one) => one['person_id'] === person)
    return { person, id: String(row?.['id']), code: String(row?.['code']), agent: String(row?.['agent_id']) }
  }
  const ownerOf = async (id: string) =>
    (await rowsOf(store, 'lead')).find((row) => row['id'] === id)?.['agent_id']

  test('leave: routing passes over them, what waits to be accepted goes on, what was accepted stays', async () => {
    const kept = await newLead()
    let waiting = await newLead()
    while (waiting.agent !== kept.agent) waiting = await newLead()
    const { agent } = kept
    const accept = { key: randomUUID(), act: { do: 'accept' } }
    await ask(agent, `POST /my/leads/${kept.id}/acts`, accept)
    const leave = { from: today(), until: today() }
    expect((await ask(agent, 'POST /my/leaves', leave)).status).toBe(200)
    expect((await ask(agent, 'POST /my/leaves', leave)).status).toBe(200)
    expect(await ownerOf(waiting.id)).not.toBe(agent)
    expect(await ownerOf(kept.id)).toBe(agent)
    for (let i = 0; i < 3; i += 1) expect((await newLead()).agent).not.toBe(agent)
    const { leaves } = (await ask(agent, 'GET /my/times')).body as { leaves: { id: string }[] }
    expect(leaves).toMatchObject([leave])
    const other = agent === 'a' ? 'b' : 'a'
    const cancel = `DELETE /my/leaves/${leaves[0]?.id}`
    expect((await ask(other, cancel)).status).toBe(404)
    expect((await ask(agent, cancel)).status).toBe(200)
    expect((await ask(agent, cancel)).status).toBe(404)
    expect((await ask(agent, 'GET /my/times')).body).toEqual({ leaves: [] })
  })

  test('quiet hours: set, read by routing, and taken back; impossible ones are refused', async () => {
    const whole = { from: 0, until: 24 * 60 - 1 }
    expect((await ask('a', 'PUT /my/quiet', { quiet: whole })).status).toBe(200)
    expect((await ask('a', 'GET /my/times')).body).toMatchObject({ quiet: whole })
    for (let i = 0; i < 3; i += 1) expect((await newLead()).agent).toBe('b')
    expect((await ask('a', 'PUT /my/quiet', { quiet: null })).status).toBe(200)
    expect((await ask('a', 'GET /my/times')).body).not.toHaveProperty('quiet')
    for (const quiet of [{ from: 60, until: 60 }, { from: -1, until: 60 }, { from: 0, until: 1440 }, 'đêm'])
      expect((await ask('a', 'PUT /my/quiet', { quiet })).status).toBe(422)
    const past = { from: '2026-01-01', until: '2026-01-02' }
    expect((await ask('a', 'POST /my/leaves', past)).status).toBe(422)
    expect((await ask('a', 'POST /my/leaves', { from: '2027-02-02', until: '2027-02-01' })).status).toBe(422)
  })

  test('my week and my month come from the one query that supervisors read', async () => {
    const on = today()
    const [week, month] = [periodOf('week', on), periodOf('month', on)]
    const target = { of: 'agent', programme: 'voluntary', plan: 4 } as const
    await store.targets.put(
      [
        { ...target, id: 'b', period: week },
        { ...target, id: 'b', period: month, plan: 10 },
        { ...target, id: 'a', period: week, plan: 99 },
      ],
      'officer thử',
    )
    let lead = await newLead()
    while (lead.agent !== 'b') lead = await newLead()
    await ask('b', `POST /my/leads/${lead.id}/acts`, { key: randomUUID(), act: { do: 'accept' } })
    const outcome = { kind: 'joined', programme: 'voluntary', months: 12 }
    await ask('b', `POST /my/leads/${lead.id}/acts`, { key: randomUUID(), act: { do: 'outcome', outcome } })
    const { body } = await ask('b', 'GET /my/progress')
    expect(body['week']).toMatchObject({ targets: [{ plan: 4, done: 1, left: 3, percent: 25 }] })
    expect(body['month']).toMatchObject({ targets: [{ plan: 10, done: 1, left: 9, percent: 10 }] })
    const theirs = await store.targets.progress({ of: 'agent', id: 'b' }, { on, span: week })
    expect(theirs.map(({ cumulative }) => cumulative)).toEqual([1, 1])
    expect((await ask('a', 'GET /my/progress')).body['month']).toMatchObject({ targets: [] })
  })

  test('a deletion is confirmed by the agent who was told, and by nobody else', async () => {
    const { id, agent, code, person } = await newLead()
    await ask(agent, `POST /my/leads/${id}/acts`, { key: randomUUID(), act: { do: 'accept' } })
    await ask(agent, `GET /my/leads/${id}`)
    await store.personalData.erase(person)
    const { erasures } = (await ask(agent, 'GET /my/erasures')).body as { erasures: { id: number }[] }
    expect(erasures).toMatchObject([{ leadCode: code }])
    expect((await ask(agent, `GET /my/leads/${id}`)).status).toBe(404)
    const confirm = `POST /my/erasures/${erasures[0]?.id}/confirm`
    const other = agent === 'a' ? 'b' : 'a'
    expect((await ask(other, confirm)).status).toBe(404)
    expect((await ask(agent, confirm)).status).toBe(200)
    expect((await ask(agent, confirm)).status).toBe(404)
    expect((await ask(agent, 'GET /my/erasures')).body).toEqual({ erasures: [] })
  })

  test('a suggestion sent twice is one; the officer lists and settles it, and the agent reads the answer', async () => {
    const body = {
      key: randomUUID(),
      about: 'script',
      ref: 'farmer/cost',
      text: 'Nói “vụ lúa” dễ hiểu hơn “quý”.',
    }
    for (let i = 0; i < 2; i += 1) expect((await ask('a', 'POST /my/suggestions', body)).status).toBe(200)
    expect((await ask('b', 'GET /my/suggestions')).body).toEqual({ suggestions: [] })
    const open = (await ask('officer', 'GET /suggestions?state=new')).body['suggestions'] as { id: number }[]
    expect(open).toMatchObject([{ agentName: 'Nhân viên Phiếu A', ref: 'farmer/cost', text: body.text }])
    const settle = `POST /suggestions/${open[0]?.id}`
    expect((await ask('a', settle, { state: 'taken' })).status).toBe(403)
    expect((await ask('officer', settle, { state: 'taken', answer: 'Cảm ơn, đã sửa.' })).status).toBe(200)
    expect((await ask('officer', 'POST /suggestions/999999', { state: 'taken' })).status).toBe(404)
    const { suggestions } = (await ask('a', 'GET /my/suggestions')).body
    expect(suggestions).toMatchObject([{ state: 'taken', answer: 'Cảm ơn, đã sửa.' }])
  })

  test('numbers nobody should type are covered before they are kept', async () => {
    const text = 'Số căn cước của bác là 040012345678, xin sửa câu trả lời.'
    await ask('b', 'POST /my/suggestions', { key: randomUUID(), about: 'answer', text })
    expect(JSON.stringify(await rowsOf(store, 'suggestion'))).not.toContain('040012345678')
  })
})
