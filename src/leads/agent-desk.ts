import type { LeadAct } from './lead-acts.ts'
import type { LeadView, Outcome } from './lead.ts'
import type { MyLead } from './my-leads.ts'

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
  close(session: string, outcome: Outcome): Promise<LeadView | undefined>
}

/** How an act went. `repeated`: this key was used before, and nothing happened again. */
export type Acted = 'done' | 'repeated' | 'not-yours' | 'not-now'

/** What an agent who is signed in does with leads. `key` names one tap: sent again, it is the same act. */
export interface AgentWork {
  /** The agent's open leads, and those closed in the last days: a wrong tap can be put right. */
  mine(agent: string): Promise<readonly MyLead[]>
  /** What this agent may see of the lead, written down as seen; undefined when it is not theirs. */
  view(agent: string, lead: string): Promise<LeadView | undefined>
  act(agent: string, lead: string, act: LeadAct, key: string): Promise<Acted>
}
