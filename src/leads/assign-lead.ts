import type { Agent } from './lead.ts'

/** Why an agent was, or was not, given a lead. Kept with the lead: nobody is passed over without a reason. */
export interface Considered {
  readonly agent: string
  readonly openLeads: number
  readonly verdict: 'chosen' | 'busier' | 'later-in-list' | 'not-active' | 'handed-back'
}

export type Assignment =
  | { readonly kind: 'assigned'; readonly agent: Agent; readonly considered: readonly Considered[] }
  | { readonly kind: 'nobody-covers'; readonly considered: readonly Considered[] }

const CALL_WITHIN_HOURS = 24

/** By when a citizen who agreed at this instant is called. */
export function callBefore(capturedAt: Date): Date {
  return new Date(capturedAt.getTime() + CALL_WITHIN_HOURS * 3_600_000)
}

/**
 * The least busy active agent who covers the commune (its code); ties go to the first in the list, so the result is
 * repeatable. Agents who handed this lead back are not asked again. Nobody left: the province's desk calls.
 */
export function assignLead(
  commune: string,
  agents: readonly Agent[],
  handedBackBy: readonly string[] = [],
): Assignment {
  const covering = agents.filter((agent) => agent.communes.includes(commune))
  const able = covering.filter(({ id, active }) => active && !handedBackBy.includes(id))
  const [chosen] = able.toSorted((a, b) => a.openLeads - b.openLeads)
  const considered = covering.map((agent) => ({
    agent: agent.id,
    openLeads: agent.openLeads,
    verdict: verdictOn(agent, chosen, handedBackBy),
  }))
  return chosen ? { kind: 'assigned', agent: chosen, considered } : { kind: 'nobody-covers', considered }
}

function verdictOn(
  agent: Agent,
  chosen: Agent | undefined,
  handedBackBy: readonly string[],
): Considered['verdict'] {
  if (agent === chosen) return 'chosen'
  if (handedBackBy.includes(agent.id)) return 'handed-back'
  if (!agent.active) return 'not-active'
  return agent.openLeads === chosen?.openLeads ? 'later-in-list' : 'busier'
}

/** The reason as it is kept with the lead: ids and counts only. */
export function assignmentReason({ considered }: Assignment): string {
  return considered.length === 0
    ? 'no agent covers the commune'
    : considered.map(({ agent, openLeads, verdict }) => `${agent}: ${verdict} (${openLeads} open)`).join('; ')
}
