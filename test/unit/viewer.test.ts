import { expect, test } from 'vitest'
import { actorOf, isOwnersWork, isWithin, staffIn } from '../../src/leads/viewer.ts'

const lead = { owner: 'local-office', agent: null, commune: '16681', channel: 'zalo', page: 'oa' } as const
const agents = { ...lead, owner: 'agent', agent: 'hoa' } as const
const staff = { kind: 'staff', login: 'hoa', reach: 'everywhere' } as const
const agent = { kind: 'agent', id: 'hoa' } as const

test('a desk works on what no agent has, an agent on their own; one name for both is never the same person', () => {
  expect([isOwnersWork(staff, lead), isOwnersWork(staff, agents)]).toEqual([true, false])
  expect([isOwnersWork(agent, lead), isOwnersWork(agent, agents)]).toEqual([false, true])
  expect(actorOf(staff)).not.toBe(actorOf(agent))
  expect([staffIn(actorOf(staff)), staffIn(actorOf(agent))]).toEqual(['hoa', undefined])
})

test('within reach: by commune, and only without one by the page they wrote to', () => {
  const here = { communes: ['16681'], pages: [{ channel: 'zalo', id: 'oa' }] }
  const far = { communes: ['00001'], pages: [{ channel: 'zalo', id: 'oa' }] }
  expect([isWithin('everywhere', lead), isWithin(here, lead), isWithin(far, lead)]).toEqual([
    true,
    true,
    false,
  ])
  const unknown = { ...lead, commune: '' }
  expect([isWithin(here, unknown), isWithin({ ...here, pages: [] }, unknown)]).toEqual([true, false])
  expect(isOwnersWork({ ...staff, reach: far }, lead)).toBe(false)
})
