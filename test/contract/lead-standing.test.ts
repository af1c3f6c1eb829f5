import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

await describeOnBothStores('who may not work', (newPlace) => {
  const clock = movableClock()
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

  /** Somebody of Thành Vinh asks to be called. Answers the lead. */
  async function newLead(): Promise<string> {
    people += 1
    await store.inbox.accept([typed(`bác ${people}`, `xin gọi 09${String(people).padStart(8, '0')}`)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    return String((await rowsOf(store, 'lead')).find((row) => row['person_id'] === person)?.['id'])
  }
  const leadRow = async (id: string) => (await rowsOf(store, 'lead')).find((row) => row['id'] === id)
  const ownerOf = async (id: string) => (await leadRow(id))?.['agent_id'] ?? (await leadRow(id))?.['owner']
  const active = { state: 'active' } as const

  test('a suspended agent loses every open lead at once, to somebody else; the citizen is owed the news and a new code', async () => {
    await store.register.setAgent('b', { state: 'suspended', reason: 'hết hợp đồng' }, 'officer x')
    const accepted = await newLead()
    const closed = await newLead()
    expect([await ownerOf(accepted), await ownerOf(closed)]).toEqual(['a', 'a'])
    const work = store.agentWork({ mask: (text) => text })
    for (const lead of [accepted, closed]) await work.act('a', lead, { do: 'accept' }, `nhận ${lead}`)
    await work.act('a', closed, { do: 'outcome', outcome: { kind: 'advised' } }, 'xong')
    await store.register.setAgent('b', active, 'officer x')
    const before = (await leadRow(accepted))?.['sealed_meeting_code']
    expect(await store.register.setAgent('a', { state: 'suspended' }, 'officer x')).toBe(1)
    expect(await leadRow(accepted)).toMatchObject({ state: 'offered', agent_id: 'b' })
    expect((await leadRow(accepted))?.['sealed_meeting_code']).not.toBe(before)
    expect(await leadRow(closed)).toMatchObject({ state: 'closed', agent_id: 'a' })
    const owed = (await rowsOf(store, 'citizen_notice')).filter((row) => row['lead_id'] === accepted)
    expect(owed).toMatchObject([{ kind: 'new-caller', told_at: null }])
    expect(await ownerOf(await newLead())).toBe('b') // out of routing
    expect(await store.register.setAgent('a', active, 'officer x')).toBe(0)
    expect(await store.register.setAgent('ai đó', active, 'officer x')).toBeUndefined()
  })

  test('an agent on leave keeps what they accepted; what they did not goes to others', async () => {
    await store.register.setAgent('b', { state: 'suspended' }, 'officer x')
    const [offered, accepted] = [await newLead(), await newLead()]
    await store.agentWork({ mask: (text) => text }).act('a', accepted, { do: 'accept' }, 'k')
    await store.register.setAgent('b', active, 'officer x')
    await store.register.setAgent('a', { state: 'on-leave' }, 'agent a')
    expect([await ownerOf(offered), await ownerOf(accepted)]).toEqual(['b', 'a'])
    await store.register.setAgent('a', active, 'agent a')
  })

  test('a point that is suspended takes its agents’ leads with it; with nobody left a desk has them, and a reason is kept', async () => {
    const lead = await newLead()
    const moved = await store.register.setPoint(
      'diem-1',
      { state: 'under-review', reason: 'rà soát' },
      'officer x',
    )
    expect(moved).toBeGreaterThanOrEqual(1)
    expect(await leadRow(lead)).toMatchObject({ state: 'offered', owner: 'province-desk', agent_id: null })
    expect(
      (await rowsOf(store, 'lead')).filter(({ state, agent_id }) => state !== 'closed' && agent_id !== null),
    ).toEqual([])
    const story = await store.leads.story(String((await leadRow(lead))?.['code']).toLowerCase())
    expect(story?.trails.map(({ trail }) => trail.owner)).toEqual(['agent', 'province-desk'])
    expect(story?.trails[1]?.trail.considered.map(({ verdict }) => verdict)).toEqual(
      Array(3).fill('point-not-active'),
    )
    expect(story?.agents.get('a')).toBe('Nhân viên Phiếu A')
    expect(await store.register.setPoint('diem-1', active, 'officer x')).toBe(0)
    expect(await store.register.setPoint('điểm ma', active, 'officer x')).toBeUndefined()
    expect(await store.leads.story('KHONGCO')).toBeUndefined()
  })
})
