import { expect, test } from 'vitest'
import { loadPlaced } from '../../src/adapters/files/load-places.ts'
import { demoEntries } from '../../src/adapters/postgres/leads/seed-demo.ts'
import { readPhone } from '../../src/conversation/read-phone.ts'
import { seeded } from '../../src/operator/demo/chance.ts'
import { inventLeads } from '../../src/operator/demo/invent-leads.ts'
import { inventRegister } from '../../src/operator/demo/invent-register.ts'
import { inventTalks } from '../../src/operator/demo/invent-talks.ts'
import { inventTargets } from '../../src/operator/demo/invent-targets.ts'
import { programmes } from '../../src/faq/faq-entry.ts'

const { places, demo } = loadPlaced('.')
const communes = places.communes.filter(({ province }) => province === demo.province)
const now = new Date('2026-11-27T03:00:00Z')

function invent(seed: number) {
  const chance = seeded(seed)
  const register = inventRegister(communes, demoEntries(demo), chance)
  return { register, leads: inventLeads({ communes, agents: register.agents }, now, chance) }
}
const { register, leads } = invent(7)

test('the demo province has the size of Nghệ An, the same for the same seed', () => {
  const { agents, points, officers } = register
  expect([agents.length, points.length, officers.length]).toEqual([920, 1711, 130])
  expect(invent(7)).toEqual({ register, leads })
  expect(invent(8).leads).not.toEqual(leads)
})

test('what is invented refers only to what is there, and every commune has a point', () => {
  const points = new Set(register.points.map(({ id }) => id))
  const agents = new Map(register.agents.map((agent) => [agent.id, agent]))
  const codes = new Set(communes.map(({ code }) => code))
  expect([points.size, agents.size]).toEqual([1711, 920])
  expect(register.agents.filter(({ point }) => !points.has(point))).toEqual([])
  expect(register.agents.flatMap((one) => one.communes).filter((code) => !codes.has(code))).toEqual([])
  expect(new Set(register.points.map(({ commune }) => commune)).size).toBe(130)
  for (const { agent, draft } of leads) expect(agents.get(agent)?.communes).toContain(draft.commune.code)
})

test('no invented number can be somebody’s: no operator holds its prefix', () => {
  const invented = register.agents.slice(demo.agents.length).map(({ phone }) => phone)
  const all = [...invented, ...leads.map(({ draft }) => draft.phone ?? '')]
  expect(new Set(all).size).toBe(890 + 2800)
  expect(all.filter((phone) => readPhone(phone) !== undefined)).toEqual([])
})

test('a month of leads: nothing happens before it could, and every stage is there', () => {
  for (const { capturedAt, acceptedAt, outcome } of leads) {
    const times = [capturedAt, acceptedAt, outcome?.at, now].flatMap((at) => at ?? [])
    expect(times.toSorted((a, b) => a.getTime() - b.getTime())).toEqual(times)
    expect(now.getTime() - capturedAt.getTime()).toBeLessThanOrEqual(30 * 86_400_000)
  }
  expect(new Set(leads.map(({ state }) => state)).size).toBe(4)
})

test('every agent has a plan for this week and this month, in programmes that the program knows', () => {
  const targets = inventTargets(register.agents, '2026-11-27', seeded(7))
  expect(new Set(targets.map(({ id }) => id)).size).toBe(920)
  expect(new Set(targets.map(({ period }) => period.key))).toEqual(new Set(['2026-W48', '2026-11']))
  expect(targets.every(({ plan }) => plan > 0)).toBe(true)
  const named = [...targets.map(({ programme }) => programme), ...leads.map(({ draft }) => draft.programme)]
  expect(named.filter((name) => !(programmes as readonly string[]).includes(name))).toEqual([])
})

test('a month of talks: the same for the same seed, every outcome among them, always more people than talk on', () => {
  const answers = [{ id: 'mot', programme: 'voluntary', ask: ['đóng bao nhiêu'] }]
  const talks = inventTalks(answers, now, seeded(7))
  expect(inventTalks(answers, now, seeded(7))).toEqual(talks)
  expect(new Set(talks.questions.map(({ key }) => key)).size).toBe(talks.questions.length)
  expect(new Set(talks.questions.map(({ outcome }) => outcome)).size).toBe(5)
  const people = talks.counts.filter(({ what }) => what === 'visit')
  expect(people).toHaveLength(60)
  for (const { day, item, n } of people)
    if (item === 'again')
      expect(people.find((one) => one.day === day && one.item === 'once')?.n).toBeGreaterThan(n)
})
