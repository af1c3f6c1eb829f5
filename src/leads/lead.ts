/** Outcomes an agent taps (product.md §2.3). */
export const outcomes = [
  'not-reached',
  'call-again',
  'advised',
  'will-join',
  'joined',
  'not-interested',
  'wrong-number',
  'other-commune',
  'erase-request',
] as const
export type LeadOutcome = (typeof outcomes)[number]

/** A collection agent, as routing sees one. Phones stay encrypted in the store. */
export interface Agent {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly communes: readonly string[] // commune codes
  readonly active: boolean
  readonly openLeads: number
}

/** A lead is a list of facts with times and actors: who saw this phone number and when is answered by reading it. */
export type LeadFact =
  | 'captured'
  | 'updated'
  | 'assigned'
  | 'unassigned'
  | 'told'
  | 'notice-failed'
  | 'link-opened'
  | 'viewed'
  | 'phone-shown'
  | 'accepted'
  | 'declined'
  | 'outcome'

/** What the agent's page shows. The phone is absent until the agent has accepted. */
export interface LeadView {
  readonly code: string
  readonly state: 'assigned' | 'accepted' | 'declined' | 'closed'
  readonly addressAs: string
  readonly forWhom: 'self' | 'family'
  readonly commune: string
  readonly programme: string
  readonly bestTime: string
  readonly callBefore: Date
  readonly explained: readonly string[]
  readonly quote?: { readonly on: string; readonly say: string; readonly receipt: string }
  readonly phone?: string
  readonly outcome?: { readonly kind: LeadOutcome; readonly at: Date }
}
