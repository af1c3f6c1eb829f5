import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agentStates, pointStates, type Agent } from '../../src/leads/agent.ts'
import { routeLead, type RoutingQuestion } from '../../src/leads/route-lead.ts'
import { agent, noDesks } from '../support/leads.ts'

const ask = (agents: readonly Agent[], changes: Partial<RoutingQuestion> = {}) =>
  routeLead({
    ...{ commune: '16681', agents, desks: noDesks, today: '2026-11-27', minute: 9 * 60 },
    ...changes,
  })
const chosen = (agents: readonly Agent[], changes: Partial<RoutingQuestion> = {}) => {
  const { owner } = ask(agents, changes)
  return owner.kind === 'agent' ? owner.id : owner.kind
}
const verdicts = (agents: readonly Agent[], changes: Partial<RoutingQuestion> = {}) =>
  ask(agents, changes).trail.considered.map(({ verdict }) => verdict)

describe('who gets a lead', () => {
  test.each<[string, Partial<Agent>, string]>([
    ['whose point is suspended', { point: { id: 'p', state: 'suspended' } }, 'point-not-active'],
    ['whose point is under review', { point: { id: 'p', state: 'under-review' } }, 'point-not-active'],
    ['who is suspended', { state: 'suspended' }, 'agent-not-active'],
    ['who was never trained', { trainedUntil: undefined }, 'not-trained'],
    ['whose certificate ended yesterday', { trainedUntil: '2026-11-26' }, 'not-trained'],
    ['who is on leave today', { leaves: [{ from: '2026-11-27', until: '2026-11-27' }] }, 'on-leave'],
    ['who is full', { openLeads: 20 }, 'full'],
  ])('not one %s', (_, changes, verdict) => {
    const agents = [agent('a', changes), agent('b')]
    expect(chosen(agents)).toBe('b')
    expect(verdicts(agents)).toEqual([verdict, 'chosen'])
    expect(chosen([agent('a', changes)])).toBe('province-desk') // never, not even when there is nobody else
  })

  test('a certificate counts on its last day, and leave that ended yesterday is over', () => {
    const leaves = [{ from: '2026-11-20', until: '2026-11-26' }] as const
    expect(chosen([agent('a', { trainedUntil: '2026-11-27', leaves })])).toBe('a')
  })

  test('nobody who had it before', () => {
    const agents = [agent('a'), agent('b')]
    expect(chosen(agents, { hadIt: new Set(['a']) })).toBe('b')
    expect(verdicts(agents, { hadIt: new Set(['a']) })).toEqual(['had-it-before', 'chosen'])
  })

  test('somebody outside of their quiet hours, when there is one; at night they may all be in them', () => {
    const night = { quiet: { from: 20 * 60, until: 6 * 60 } }
    const agents = [agent('a', night), agent('b', { openLeads: 9 })]
    expect(chosen(agents, { minute: 23 * 60 })).toBe('b')
    expect(chosen(agents, { minute: 5 * 60 })).toBe('b')
    expect(chosen(agents, { minute: 6 * 60 })).toBe('a')
    expect(chosen([agent('a', night)], { minute: 23 * 60 })).toBe('a')
  })

  test('whoever is furthest below target; then whoever waited longest; then the first', () => {
    const hoursAgo = (hours: number) => ({ lastOfferedAt: new Date(Date.UTC(2026, 10, 27, 12 - hours)) })
    const agents = [agent('a', hoursAgo(1)), agent('b', hoursAgo(5)), agent('c', hoursAgo(2)), agent('d')]
    expect(chosen(agents, { belowTarget: (id) => (id === 'c' ? 4 : 1) })).toBe('c')
    expect(chosen(agents)).toBe('d') // never had one
    expect(chosen(agents.slice(0, 3))).toBe('b')
    expect(verdicts(agents.slice(0, 3))).toEqual(['waited-less', 'chosen', 'waited-less'])
    expect(verdicts([agent('a'), agent('b')])).toEqual(['chosen', 'later-in-list'])
  })

  test('with no agent: the commune’s officer, else the local office, else the province', () => {
    const officer = { id: 'cb-1', name: 'Nguyễn Văn B' }
    const office = { id: 'cs-1', name: 'BHXH cơ sở Vinh' }
    expect(ask([], { desks: { officer, office } }).owner).toEqual({ kind: 'commune-officer', ...officer })
    expect(ask([], { desks: { officer: undefined, office } }).owner).toEqual({
      kind: 'local-office',
      ...office,
    })
    expect(ask([]).owner).toEqual({ kind: 'province-desk' })
  })

  test('who can only be answered in the chat goes to the page’s own desk', () => {
    const office = { id: 'cs-1', name: 'BHXH cơ sở Vinh' }
    const { owner, trail } = ask([agent('a')], {
      noAgent: 'chat-only',
      desks: { officer: undefined, office },
    })
    expect(owner).toEqual({ kind: 'province-desk' })
    expect(trail).toEqual({ commune: '16681', considered: [], owner: 'province-desk', noAgent: 'chat-only' })
  })

  test('whatever the agents are like, there is an owner, one reason each, and an agent chosen only by the rules', () => {
    const drawn = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        state: fc.constantFrom(...agentStates),
        point: fc.record({ id: fc.constant('p'), state: fc.constantFrom(...pointStates) }),
        openLeads: fc.nat(3),
        capacity: fc.nat(3),
        trainedUntil: fc.constantFrom(undefined, '2026-11-26' as const, '2026-11-27' as const),
        quiet: fc.constantFrom(undefined, { from: 0, until: 600 }),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(drawn, (all) => {
        const agents = all.map((one) => agent(one.id, one))
        const { owner, trail } = ask(agents)
        expect(trail.considered.map(({ agent: id }) => id)).toEqual(agents.map(({ id }) => id))
        const able = agents.filter(
          ({ state, point, openLeads, capacity, trainedUntil }) =>
            state === 'active' &&
            point.state === 'active' &&
            openLeads < capacity &&
            trainedUntil === '2026-11-27',
        )
        if (able.length === 0) expect(owner.kind).toBe('province-desk')
        else expect(able.map(({ id }) => id)).toContain(owner.kind === 'agent' && owner.id)
      }),
    )
  })
})
