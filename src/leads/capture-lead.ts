import type { ConsentGiven, LeadDraft } from '../conversation/effect.ts'
import { assignLead, assignmentReason, callBefore, type Assignment } from './assign-lead.ts'
import type { Agent } from './lead.ts'
import type { FactRecord, LeadRecord, OpenLead } from './lead-record.ts'

/** What a capture needs to know; `fresh` is the identity the lead gets when it is a new one. */
export interface Capture {
  readonly draft: LeadDraft
  readonly consent: ConsentGiven
  readonly at: Date
  readonly fresh: { readonly id: string; readonly code: string }
  readonly openLeads: readonly OpenLead[] // of this person, left within REPEAT_WITHIN_HOURS
  readonly agents: readonly Agent[]
}

/** The same wish left again within this time brings the first lead up to date instead of making a second one. */
export const REPEAT_WITHIN_HOURS = 24

/** Consent and answers → the lead, who calls, and why them. */
export function captureLead(capture: Capture): LeadRecord & { readonly agent: Agent | undefined } {
  const known = capture.openLeads.find((lead) => isSameWish(lead, capture.draft))
  const keeper = known && keepsCalling(known, capture)
  return keeper && known ? updated(known, keeper, capture) : assigned(known, capture)
}

/** The same phone, or the same beneficiary: a corrected number must not become a second call. */
function isSameWish(lead: OpenLead, draft: LeadDraft): boolean {
  return lead.phone === draft.phone || lead.forWhom === draft.forWhom
}

/** Whoever has the lead keeps it as long as they still cover the commune. */
function keepsCalling({ agentId }: OpenLead, { agents, draft }: Capture): Agent | undefined {
  return agents.find(
    ({ id, active, communes }) => id === agentId && active && communes.includes(draft.commune.code),
  )
}

function updated(known: OpenLead, agent: Agent, { draft, consent, at }: Capture) {
  const fact: FactRecord = { fact: 'updated', actor: 'citizen', detail: '' }
  return {
    id: known.id,
    code: known.code,
    isNew: false,
    capturedAt: at,
    callBefore: known.callBefore,
    draft,
    consent,
    agentId: agent.id,
    agent,
    tellAgent: false,
    facts: [fact],
  }
}

function assigned(known: OpenLead | undefined, { draft, consent, at, fresh, agents }: Capture) {
  const assignment = assignLead(draft.commune.code, agents)
  const agent = assignment.kind === 'assigned' ? assignment.agent : undefined
  const first: FactRecord = { fact: known ? 'updated' : 'captured', actor: 'citizen', detail: '' }
  return {
    id: known?.id ?? fresh.id,
    code: known?.code ?? fresh.code,
    isNew: known === undefined,
    capturedAt: at,
    callBefore: known?.callBefore ?? callBefore(at),
    draft,
    consent,
    agentId: agent?.id,
    agent,
    tellAgent: agent !== undefined,
    facts: [first, assignmentFact(assignment)],
  }
}

/** The fact that says who got the lead, or that nobody could, and why. */
export function assignmentFact(assignment: Assignment): FactRecord {
  const fact = assignment.kind === 'assigned' ? 'assigned' : 'unassigned'
  return { fact, actor: 'routing', detail: assignmentReason(assignment) }
}
