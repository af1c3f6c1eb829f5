import type { LeadDraft } from '../conversation/effect.ts'
import type { LeadFact, LeadOutcome, LeadState, Priority } from './lead.ts'
import type { Deadlines } from './lead-record.ts'

/** A lead as a line of its agent's list. How to address the citizen is absent until the agent has accepted. */
export interface MyLead extends Deadlines {
  readonly id: string
  readonly code: string
  readonly state: LeadState
  readonly priority: Priority
  readonly addressAs: string | undefined
  readonly commune: string
  readonly programme: string
  readonly bestTime: LeadDraft['bestTime']
  readonly isCalled: boolean // at least once, reached or not
  readonly appointment: Date | undefined
  readonly outcome: { readonly kind: LeadOutcome; readonly at: Date } | undefined
}

/** Something that happened to a lead, as its agent may read it. */
export interface LeadEvent {
  readonly fact: LeadFact
  readonly at: Date
  readonly by: 'me' | 'another-agent' | 'desk' | 'citizen' | 'program'
  readonly detail: string // an outcome's name, or the reason an agent gave
  readonly note: string | undefined
}

/** What a lead waits for: to be accepted, a call now, an agreed hour, to be followed up without one, nothing. */
export const urgencies = ['accept', 'call', 'appointment', 'follow', 'done'] as const
export type Urgency = (typeof urgencies)[number]

/** What the agent owes this lead now, and by when. */
function urgencyOf(lead: MyLead, now: Date): { readonly urgency: Urgency; readonly due?: Date } {
  const { state, appointment, acceptBefore, callBefore } = lead
  if (state === 'closed') return { urgency: 'done' }
  if (state === 'offered') return { urgency: 'accept', due: acceptBefore }
  if (appointment) return { urgency: appointment <= now ? 'call' : 'appointment', due: appointment }
  return state === 'accepted' ? { urgency: 'call', due: callBefore } : { urgency: 'follow' }
}

/** The most urgent first: kind by kind, and within a kind what is due first. */
export function byUrgency(leads: readonly MyLead[], now: Date) {
  const placed = leads.map((lead) => ({ ...lead, ...urgencyOf(lead, now) }))
  const rank = ({ urgency, due, priority }: (typeof placed)[number]) =>
    [urgencies.indexOf(urgency), priority === 'high' ? 0 : 1, due?.getTime() ?? 0] as const
  return placed.toSorted((a, b) => compare(rank(a), rank(b)))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, i) => part !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
