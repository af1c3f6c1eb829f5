import type { LeadOutcome, LeadView } from './lead.ts'

export type LinkState = 'valid' | 'used' | 'expired' | 'unknown'

/**
 * An agent's way to one lead: a link sent to the registered phone, bound to one browser by a code sent to the same
 * phone. Nothing personal is readable before that. Every view and act is logged as a fact of the lead.
 */
export interface AgentDesk {
  link(token: string): Promise<{ readonly state: LinkState; readonly phoneEnds?: string }>
  /** Makes a six-digit code and sends it to the agent's phone; too many requests are refused. */
  sendCode(token: string): Promise<'sent' | 'too-many' | 'not-valid' | 'not-sent'>
  /** The right code spends the link and answers a session for this browser. Five wrong codes lock the link. */
  redeem(
    token: string,
    code: string,
  ): Promise<{ readonly session: string } | 'wrong' | 'locked' | 'not-valid'>
  view(session: string): Promise<LeadView | undefined>
  accept(session: string): Promise<LeadView | undefined>
  decline(session: string, reason: string): Promise<LeadView | undefined>
  close(session: string, outcome: LeadOutcome): Promise<LeadView | undefined>
}
