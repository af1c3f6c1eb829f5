import { expect, test } from 'vitest'
import type { PastLead } from '../../src/leads/past-lead.ts'
import { dayInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import { storeJobs, type StoreJobParts } from '../../src/operator/store-jobs.ts'
import { periodInWords, periodOf, readPeriod } from '../../src/targets/period.ts'
import type { Target } from '../../src/targets/progress.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { demo } from '../support/store-demo.ts'
import { describeOnBothStores, openTestStore, rowsOf } from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

const month = readPeriod('2026-11')
const week = readPeriod('2026-W48')
if (!month || !week) throw new Error('periods')

/** A lead that agent A closed with "đã tham gia" at a moment. */
function joined(number: number, at: string): PastLead {
  const when = new Date(at)
  return {
    id: `de300000-0000-4000-8000-00000000000${number}`,
    code: `PM00000${number}`,
    user: `u${number}`,
    agent: 'a',
    capturedAt: when,
    acceptBefore: when,
    callBefore: when,
    meetingCode: '0000',
    draft: {
      ...{ forWhom: 'self', contact: 'writer', addressAs: 'cô Lan', phone: `+8454000000${number}` },
      commune: { code: '16681', name: 'Phường Thành Vinh', province: 'Nghệ An' },
      ...{ programme: 'voluntary', bestTime: 'any', worry: undefined, persona: undefined, explained: [] },
    },
    state: 'closed',
    acceptedAt: when,
    outcome: { kind: 'joined', at: when, joined: { programme: 'voluntary', months: 12, from: '2026-12-01' } },
    facts: [],
  }
}

await describeOnBothStores('targets', (newPlace) => {
  test('an agent and a supervisor read the same numbers, counted from what was reported', async () => {
    const at = await newPlace()
    const store = await openTestStore(at.place)
    await store.seedDemo(demo(), false)
    const plan = (of: Target['of'], id: string, count: number): Target => ({
      ...{ of, id, programme: 'voluntary', period: month, plan: count },
    })
    await store.targets.put([plan('agent', 'a', 8), plan('commune', '16681', 99)], 'officer 1')
    await store.targets.put([plan('agent', 'a', 10)], 'officer 2')
    await store.putPastLeads([
      joined(1, '2026-11-01T00:30:00+07:00'), // the last evening of October in UTC
      joined(2, '2026-11-24T09:00:00+07:00'),
      joined(3, '2026-11-28T00:10:00+07:00'), // tomorrow
      joined(4, '2026-10-31T23:50:00+07:00'), // another month
    ])
    const when = { on: '2026-11-27', span: week } as const
    const all = await store.targets.progress({}, when)
    expect(
      all.map(({ target: { of, plan: of100 }, fresh, cumulative }) => [of, of100, fresh, cumulative]),
    ).toEqual([
      ['agent', 10, 1, 2],
      ['commune', 99, 1, 2],
    ])
    expect(await store.targets.progress({ of: 'agent', id: 'a' }, when)).toEqual(all.slice(0, 1))
    expect(await store.targets.progress({}, { ...when, on: '2026-12-01' })).toEqual([])
    await store.close()
    await at.remove()
  }, 120_000)

  test('the command line lists today’s plans, of everybody, of a kind or of one, in the words they are reported in', async () => {
    const at = await newPlace()
    const store = await openTestStore(at.place)
    await store.seedDemo(demo(), false)
    const period = periodOf('year', dayInVietNam(new Date()))
    const plan = (of: Target['of'], id: string, count: number): Target => ({
      ...{ of, id, programme: 'voluntary', period, plan: count },
    })
    await store.targets.put([plan('agent', 'a', 1_000), plan('commune', '16681', 99)], 'officer 1')
    await store.putPastLeads([joined(1, new Date().toISOString())])
    const run = async (...words: string[]) =>
      storeJobs['targets']?.(words, { store, root: '.' } as unknown as StoreJobParts) // of them this job needs no more
    const year = periodInWords(period)
    const all = (await run('list')) ?? []
    expect(all).toHaveLength(2)
    expect(all[0]).toMatch(
      new RegExp(`^${year}, BHXH tự nguyện, a: 1 mới trong tuần, cộng dồn 1, đạt 0,1% của kế hoạch 1000`),
    )
    expect(all[1]).toContain('BHXH tự nguyện, Phường Thành Vinh: 1 mới')
    expect(await run('list', 'agent')).toEqual(all.slice(0, 1))
    expect(await run('list', 'commune', '16681')).toEqual(all.slice(1))
    expect(await run('list', 'agent', 'nobody')).toEqual([])
    await expect(run('list', 'xóm')).rejects.toThrow('targets list [agent|commune|province]')
    await expect(run()).rejects.toThrow('targets check')
    await store.close()
    await at.remove()
  }, 120_000)

  test('a new lead goes to whoever is furthest behind their plan, and so does one that goes on; the trail says so', async () => {
    const at = await newPlace()
    const now = new Date('2026-11-27T02:00:00Z')
    const clock = { now: () => now }
    const store = await openTestStore(at.place, clock)
    await store.seedDemo(demo(), false)
    await store.register.setAgent('c', { state: 'active' }, 'test')
    const plan = (id: string, count: number): Target => ({
      ...{ of: 'agent', id, programme: 'voluntary', period: month, plan: count },
    })
    await store.targets.put([plan('a', 5), plan('b', 20), plan('c', 10)], 'officer 1')
    const parts = workParts(store, { clock })
    await store.inbox.accept([typed('bác chỉ tiêu', 'xin gọi 0971234567', now)], noBody)
    const person = String((await rowsOf(store, 'person'))[0]?.['id'])
    await answerMessages(parts, [{ id: person, key: person, isLastAttempt: false }])
    const owner = async () => (await rowsOf(store, 'lead'))[0]?.['agent_id']
    expect(await owner()).toBe('b')
    await store.register.setAgent('b', { state: 'suspended' }, 'test')
    expect(await owner()).toBe('c')
    const code = String((await rowsOf(store, 'lead'))[0]?.['code'])
    const [, second] = (await store.leads.story(code))?.trails ?? []
    const behind = second?.trail.considered.map(({ agent, verdict, belowTarget }) => [
      agent,
      verdict,
      belowTarget,
    ])
    expect(behind).toEqual([
      ['a', 'nearer-target', 5],
      ['b', 'agent-not-active', 18],
      ['c', 'chosen', 9],
    ])
    await store.close()
    await at.remove()
  }, 120_000)
})
