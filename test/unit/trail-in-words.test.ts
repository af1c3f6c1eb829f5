import { describe, expect, test } from 'vitest'
import { routeLead } from '../../src/leads/route-lead.ts'
import { noAgentReasons } from '../../src/leads/trail.ts'
import { trailInWords } from '../../src/leads/trail-in-words.ts'
import { inventProvince } from '../simulation/province.ts'
import { simulate } from '../simulation/run.ts'
import { agent, noDesks } from '../support/leads.ts'

const names = {
  agent: (id: string) => `chị ${id}`,
  commune: () => 'Phường Thành Vinh',
  desk: (id: string) => `bàn ${id}`,
}

describe('why this agent, in words', () => {
  test('names everyone passed over with the reason, and the one chosen with what decided', () => {
    const { trail } = routeLead({
      ...{ commune: '16681', desks: noDesks, today: '2026-11-27', minute: 600 },
      agents: [
        agent('An', { state: 'suspended' }),
        agent('Bình', { openLeads: 20 }),
        agent('Chi'),
        agent('Dung'),
      ],
      belowTarget: (id) => (id === 'Chi' ? 5 : 2),
    })
    expect(trailInWords(trail, names)).toEqual([
      'Phường Thành Vinh có 4 nhân viên thu được giao phụ trách.',
      'Không chọn vì đang tạm dừng: chị An.',
      'Không chọn vì đã đủ số phiếu: chị Bình (đang giữ 20 trên 20 phiếu).',
      'Không chọn vì chậm chỉ tiêu ít hơn: chị Dung (chậm 2 người).',
      'Chọn chị Chi: đang giữ 0 trên 20 phiếu, chậm chỉ tiêu 5 người, chờ lâu nhất trong những người còn lại.',
    ])
  })

  test('given by hand: says so, and whose turn it was by the rules', () => {
    const { trail } = routeLead({
      ...{ commune: '16681', desks: noDesks, today: '2026-11-27', minute: 600 },
      agents: [agent('An', { openLeads: 20 }), agent('Bình')],
    })
    const byHand = { ...trail, owner: 'agent', ownerId: 'An', byHand: true } as const
    expect(trailInWords(byHand, names)).toEqual([
      'Phường Thành Vinh có 2 nhân viên thu được giao phụ trách.',
      'Cán bộ giao tay cho chị An. Theo luật chia phiếu thì đến lượt chị Bình.',
    ])
    expect(trailInWords({ ...byHand, ownerId: 'Bình' }, names).at(-1)).toBe('Cán bộ giao tay cho chị Bình.')
  })

  test.each(noAgentReasons)('%s: says why no agent was looked for, and who has it', (noAgent) => {
    const desks = { officer: undefined, office: { id: 'cs', name: 'BHXH cơ sở' } }
    const question = {
      commune: '',
      agents: [agent('An')],
      desks,
      today: '2026-11-27',
      minute: 600,
      noAgent,
    } as const
    const [first, last, ...more] = trailInWords(routeLead(question).trail, names)
    expect(first).toMatch(/nên không tìm/)
    expect(last).toMatch(/^Giao /)
    expect(more).toEqual([])
  })
})

test('a month of an invented province: no lead without an owner or without a trail that can be read', () => {
  const province = inventProvince(3)
  const { leads, reassigned, suspensions } = simulate(province, 400, 4, true)
  expect(leads.length).toBe(400)
  expect(reassigned).toBeGreaterThan(0)
  expect(suspensions).toBe(150)
  for (const { owner, trails } of leads) {
    expect(owner).toBeDefined()
    expect(trails.at(-1)?.owner).toBe(owner?.kind)
    for (const trail of trails) expect(trailInWords(trail, names).length).toBeGreaterThanOrEqual(2)
  }
})
