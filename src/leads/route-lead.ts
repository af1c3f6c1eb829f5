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

/** One rule of the race: who is still in it afterwards. A soft one never leaves nobody. */
interface Rule {
  readonly verdict: Verdict
  readonly soft?: true
  readonly keep: (left: readonly Agent[], question: RoutingQuestion) => readonly Agent[]
}

const rules: readonly Rule[] = [
  each('point-not-active', ({ point }) => point.state === 'active'),
  each('agent-not-active', ({ state }) => state === 'active'),
  each('not-trained', ({ trainedUntil = '' }, { today }) => trainedUntil >= today),
  each(
    'on-leave',
    ({ leaves }, { today }) => !leaves.some(({ from, until }) => from <= today && today <= until),
  ),
  each('had-it-before', ({ id }, { hadIt }) => hadIt?.has(id) !== true),
  each('full', ({ openLeads, capacity }) => openLeads < capacity),
  { ...each('quiet-hours', ({ quiet }, { minute }) => !isQuiet(quiet, minute)), soft: true },
  {
    verdict: 'nearer-target',
    keep: (left, { belowTarget = noTargets }) => highest(left, ({ id }) => belowTarget(id)),
  },
  {
    verdict: 'waited-less',
    keep: (left) => highest(left, ({ lastOfferedAt }) => -(lastOfferedAt?.getTime() ?? 0)),
  },
]

function each(verdict: Verdict, passes: (agent: Agent, question: RoutingQuestion) => boolean): Rule {
  return { verdict, keep: (left, question) => left.filter((agent) => passes(agent, question)) }
}

function highest(left: readonly Agent[], score: (agent: Agent) => number): readonly Agent[] {
  const scores = left.map(score)
  const best = Math.max(...scores)
  return left.filter((_, i) => scores[i] === best)
}

function runRace(question: RoutingQuestion): {
  readonly chosen: Agent | undefined
  readonly considered: readonly Considered[]
} {
  const fell = new Map<Agent, Verdict>()
  let left = question.agents
  for (const { verdict, soft, keep } of rules) {
    const through = keep(left, question)
    if (through.length === left.length || (through.length === 0 && soft)) continue
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

const forTheProvince: readonly (NoAgent | undefined)[] = ['chat-only', 'elsewhere', 'other-commune']

/** Whoever wants an answer in the chat, or lives elsewhere, is the province's; all others their own commune's first. */
function deskFor({ desks, noAgent }: RoutingQuestion): Owner {
  if (forTheProvince.includes(noAgent)) return { kind: 'province-desk' }
  if (desks.officer) return { kind: 'commune-officer', ...desks.officer }
  if (desks.office) return { kind: 'local-office', ...desks.office }
  return { kind: 'province-desk' }
}
