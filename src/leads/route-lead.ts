import type { Day } from '../policy/values.ts'
import { noTargets, ownerOf, type Agent, type BelowTarget, type CommuneDesks, type Owner } from './agent.ts'
import type { Considered, NoAgent, Trail, Verdict } from './trail.ts'

/** Everything routing may know. Same question, same answer: no clock, no store. */
export interface RoutingQuestion {
  readonly commune: string // code; '' when it is none we know
  readonly agents: readonly Agent[] // all who cover it
  readonly desks: CommuneDesks
  readonly today: Day
  readonly minute: number // since midnight in Viet Nam
  readonly belowTarget?: BelowTarget
  /** Agents who had this lead and do not any more. */
  readonly hadIt?: ReadonlySet<string>
  /** Why no agent is looked for. */
  readonly noAgent?: NoAgent
}

export interface Routed {
  readonly owner: Owner
  readonly trail: Trail
}

/**
 * Commune → active point → active agent with valid training → leave → capacity → quiet hours → furthest below target →
 * longest waiting; then the commune's officer, the local office, the province's desk. There is always an owner.
 */
export function routeLead(question: RoutingQuestion): Routed {
  const { commune, noAgent } = question
  const race = noAgent === undefined ? runRace(question) : { chosen: undefined, considered: [] }
  const owner = race.chosen ? ownerOf(race.chosen) : deskFor(question)
  const trail: Trail = {
    commune,
    considered: race.considered,
    owner: owner.kind,
    ...('id' in owner && { ownerId: owner.id }),
    ...(noAgent !== undefined && { noAgent }),
  }
  return { owner, trail }
}

/** One rule of the race. A soft one never leaves nobody: when all would fall by it, nobody does. */
interface Rule {
  readonly verdict: Verdict
  readonly soft?: true
  readonly passes: (agent: Agent, question: RoutingQuestion, left: readonly Agent[]) => boolean
}

const rules: readonly Rule[] = [
  { verdict: 'point-not-active', passes: ({ point }) => point.state === 'active' },
  { verdict: 'agent-not-active', passes: ({ state }) => state === 'active' },
  {
    verdict: 'not-trained',
    passes: ({ trainedUntil }, { today }) => trainedUntil !== undefined && trainedUntil >= today,
  },
  {
    verdict: 'on-leave',
    passes: ({ leaves }, { today }) => !leaves.some(({ from, until }) => from <= today && today <= until),
  },
  { verdict: 'had-it-before', passes: ({ id }, { hadIt }) => hadIt?.has(id) !== true },
  { verdict: 'full', passes: ({ openLeads, capacity }) => openLeads < capacity },
  { verdict: 'quiet-hours', soft: true, passes: ({ quiet }, { minute }) => !isQuiet(quiet, minute) },
  {
    verdict: 'nearer-target',
    passes: ({ id }, { belowTarget = noTargets }, left) =>
      belowTarget(id) === Math.max(...left.map((one) => belowTarget(one.id))),
  },
  {
    verdict: 'waited-less',
    passes: ({ lastOfferedAt }, _, left) =>
      since(lastOfferedAt) === Math.min(...left.map((one) => since(one.lastOfferedAt))),
  },
]

function runRace(question: RoutingQuestion): {
  readonly chosen: Agent | undefined
  readonly considered: readonly Considered[]
} {
  const fell = new Map<Agent, Verdict>()
  let left = question.agents
  for (const { verdict, soft, passes } of rules) {
    const through = left.filter((agent) => passes(agent, question, left))
    if (through.length === 0 && soft) continue
    for (const agent of left) if (!through.includes(agent)) fell.set(agent, verdict)
    left = through
  }
  const [chosen] = left.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const considered = question.agents.map((agent) => ({
    agent: agent.id,
    verdict: agent === chosen ? 'chosen' : (fell.get(agent) ?? 'later-in-list'),
    open: agent.openLeads,
    capacity: agent.capacity,
    belowTarget: (question.belowTarget ?? noTargets)(agent.id),
  }))
  return { chosen, considered }
}

/** True inside the hours an agent asked not to be told. */
export function isQuiet(quiet: Agent['quiet'], minute: number): boolean {
  if (quiet === undefined) return false
  const { from, until } = quiet
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until
}

const since = (at: Date | undefined): number => at?.getTime() ?? 0

const forTheProvince: readonly (NoAgent | undefined)[] = ['chat-only', 'elsewhere', 'other-commune']

/** Whoever wants an answer in the chat, or lives elsewhere, is the province's; all others their own commune's first. */
function deskFor({ desks, noAgent }: RoutingQuestion): Owner {
  if (forTheProvince.includes(noAgent)) return { kind: 'province-desk' }
  if (desks.officer) return { kind: 'commune-officer', ...desks.officer }
  if (desks.office) return { kind: 'local-office', ...desks.office }
  return { kind: 'province-desk' }
}
