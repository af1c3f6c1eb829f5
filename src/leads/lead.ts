import type { Day } from '../policy/values.ts'
import type { FrozenQuote, LeadDraft } from '../conversation/effect.ts'
import type { LeadEvent } from './my-leads.ts'

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

/** An outcome with what belongs to it. */
export type Outcome =
  | { readonly kind: 'call-again'; readonly at: Date }
  /** The talk goes on; `at`: the hour that was agreed for the next call or visit. */
  | { readonly kind: 'not-reached' | 'will-join'; readonly at?: Date | undefined }
  | {
      readonly kind: 'joined'
      readonly programme?: string | undefined
      readonly months?: number | undefined
      readonly from?: Day | undefined
    }
  | { readonly kind: 'not-interested'; readonly reason?: string | undefined }
  | {
      readonly kind: Exclude<
        LeadOutcome,
        'call-again' | 'not-reached' | 'will-join' | 'joined' | 'not-interested'
      >
    }

/** Offered to its owner → accepted → contacted (called at least once, and the talk goes on) → closed. */
export const leadStates = ['offered', 'accepted', 'contacted', 'closed'] as const
export type LeadState = (typeof leadStates)[number]

export const priorities = ['high', 'normal'] as const
export type Priority = (typeof priorities)[number]

/** A lead is a list of facts with times and actors: who saw this phone number and when is answered by reading it. */
export const leadFacts = [
  'captured',
  'updated',
  'asked-again', // the same phone, left by somebody else while it is open
  'assigned',
  'told',
  'notice-failed',
  'link-opened',
  'viewed',
  'phone-shown',
  'accepted',
  'declined',
  'handed-on',
  'taken-away', // too late, or its agent or point was suspended
  'given-by-hand', // by somebody at a desk, to an agent they chose
  'commune-set', // by somebody at a desk: where the citizen lives was not known
  'reminded',
  'supervisor-told',
  'outcome',
  'noted',
  'time-changed',
  'cancelled', // by the citizen
  'rated',
  'wrong-code',
] as const
export type LeadFact = (typeof leadFacts)[number]

/** What the agent's page shows. The phone and the meeting code are absent until the agent has accepted. */
export interface LeadView {
  readonly code: string
  readonly state: LeadState | 'not-yours'
  readonly addressAs: string
  readonly forWhom: LeadDraft['forWhom']
  readonly commune: string
  readonly programme: string
  readonly bestTime: LeadDraft['bestTime']
  readonly worry?: LeadDraft['worry']
  readonly persona?: LeadDraft['persona']
  readonly acceptBefore: Date
  readonly callBefore: Date
  readonly explained: readonly string[]
  readonly quote?: FrozenQuote
  readonly phone?: string
  readonly meetingCode?: string // said by the agent first
  readonly notReached: number // calls nobody answered
  readonly appointment?: Date
  readonly outcome?: { readonly kind: LeadOutcome; readonly at: Date }
  readonly history: readonly LeadEvent[] // oldest first; empty until the agent has accepted
}
