import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignLead, assignmentReason, callBefore } from '../../src/leads/assign-lead.ts'
import { captureLead, type Capture } from '../../src/leads/capture-lead.ts'
import type { Agent } from '../../src/leads/lead.ts'
import type { OpenLead } from '../../src/leads/lead-record.ts'
import { consent, draft } from '../support/store-work.ts'

const agent = (id: string, changes: Partial<Agent> = {}): Agent => ({
  id,
  name: id.toUpperCase(),
  organisation: 'Bưu điện',
  communes: ['16681'],
  active: true,
  openLeads: 0,
  ...changes,
})

describe('who calls', () => {
  test('the least busy agent who covers the commune', () => {
    const chosen = assignLead('16681', [agent('a', { openLeads: 3 }), agent('b', { openLeads: 1 })])
    expect(chosen).toMatchObject({ kind: 'assigned', agent: { id: 'b' } })
  })

  test('on a tie the first of the list, so that the choice can be repeated', () => {
    expect(assignLead('16681', [agent('a'), agent('b')])).toMatchObject({ agent: { id: 'a' } })
  })

  test('never somebody away, of another commune, or who handed this lead back', () => {
    const agents = [
      agent('a', { active: false }),
      agent('b', { communes: ['1'] }),
      agent('c'),
      agent('d', { openLeads: 9 }),
    ]
    expect(assignLead('16681', agents, ['c'])).toMatchObject({ agent: { id: 'd' } })
  })

  test('when nobody can, it says so and why', () => {
    expect(assignLead('16681', [])).toEqual({ kind: 'nobody-covers', considered: [] })
    const nobody = assignLead('16681', [agent('a', { active: false }), agent('b')], ['b'])
    expect(nobody.kind).toBe('nobody-covers')
    expect(assignmentReason(nobody)).toBe('a: not-active (0 open); b: handed-back (0 open)')
  })

  test('the reason names everyone who was considered', () => {
    const agents = [agent('a', { openLeads: 1 }), agent('b'), agent('c'), agent('d', { communes: [] })]
    expect(assignmentReason(assignLead('16681', agents))).toBe(
      'a: busier (1 open); b: chosen (0 open); c: later-in-list (0 open)',
    )
    expect(assignmentReason(assignLead('2', agents))).toBe('no agent covers the commune')
  })

  test('nobody able is ever less busy than the one chosen', () => {
    const agents = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        openLeads: fc.nat(9),
        active: fc.boolean(),
        covers: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(agents, (drawn) => {
        const all = drawn.map(({ covers, ...rest }) =>
          agent(rest.id, { ...rest, communes: covers ? ['16681'] : [] }),
        )
        const able = all.filter(({ active, communes }) => active && communes.length > 0)
        const assignment = assignLead('16681', all)
        if (assignment.kind === 'nobody-covers') expect(able).toEqual([])
        else expect(assignment.agent.openLeads).toBe(Math.min(...able.map(({ openLeads }) => openLeads)))
      }),
    )
  })
})

describe('a lead is captured', () => {
  const at = new Date('2026-11-22T03:00:00Z')
  const fresh = { id: 'mới', code: 'MOI123' }
  const capture = (changes: Partial<Capture> = {}) =>
    captureLead({ draft: draft(), consent, at, fresh, openLeads: [], agents: [agent('a')], ...changes })
  const open = (changes: Partial<OpenLead> = {}): OpenLead => ({
    id: 'cũ',
    code: 'CU1234',
    forWhom: 'self',
    phone: '+84912345678',
    commune: '16681',
    callBefore: callBefore(new Date(at.getTime() - 3_600_000)),
    agentId: 'a',
    ...changes,
  })

  test('as a new one, with its agent and a day to call', () => {
    expect(capture()).toMatchObject({
      id: 'mới',
      code: 'MOI123',
      isNew: true,
      agentId: 'a',
      tellAgent: true,
      callBefore: new Date('2026-11-23T03:00:00Z'),
      facts: [{ fact: 'captured' }, { fact: 'assigned' }],
    })
  })

  test('without an agent it is kept all the same', () => {
    expect(capture({ agents: [] })).toMatchObject({
      agentId: undefined,
      tellAgent: false,
      facts: [{}, { fact: 'unassigned' }],
    })
  })

  test.each([
    ['a corrected phone for the same person', open({ phone: '+84900000000' })],
    ['the same phone, now said to be for the family', open({ forWhom: 'family' })],
  ])('again: %s brings the first one up to date', (_, known) => {
    expect(capture({ openLeads: [known] })).toMatchObject({
      id: 'cũ',
      code: 'CU1234',
      isNew: false,
      tellAgent: false,
      callBefore: known.callBefore,
      facts: [{ fact: 'updated' }],
    })
  })

  test('for a mother, after one for oneself, is a second wish and a second lead', () => {
    const other = open({ forWhom: 'family', phone: '+84900000000' })
    expect(capture({ openLeads: [other] })).toMatchObject({ id: 'mới', isNew: true })
  })

  test('moved to a commune its agent does not cover, it goes to one who does', () => {
    const agents = [agent('b', { communes: ['16690'] })]
    const moved = capture({
      openLeads: [open()],
      agents,
      draft: draft({ commune: { code: '16690', name: 'x', province: '40' } }),
    })
    expect(moved).toMatchObject({
      id: 'cũ',
      agentId: 'b',
      tellAgent: true,
      facts: [{ fact: 'updated' }, { fact: 'assigned' }],
    })
  })

  test('one that nobody had, it is offered again', () => {
    expect(capture({ openLeads: [open({ agentId: undefined })] })).toMatchObject({
      id: 'cũ',
      agentId: 'a',
      tellAgent: true,
    })
  })
})
