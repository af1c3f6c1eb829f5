import type { LeadWish } from '../conversation/effect.ts'
import type { LeadPromise } from '../conversation/turn.ts'
import type { Agent, BelowTarget, CommuneDesks } from './agent.ts'
import type { LeadStory, LeadToTell, Standing, TellingRecord } from './lead-record.ts'

/** How many leads the clock moved. */
export interface TimeKept {
  readonly reminded: number
  readonly reassigned: number
  readonly supervisors: number
}

export interface LeadStore {
  /** What is known of this person and this phone (E.164), before a lead of theirs is kept. */
  standing(person: string, phone: string | undefined): Promise<Standing>
  /** Every agent who covers the commune, active or not, least id first. */
  agents(commune: string): Promise<readonly Agent[]>
  /** How far these agents are behind their plans today, for a programme. */
  belowTarget(agents: readonly Agent[], programme: string): Promise<BelowTarget>
  /** Who takes over there when no agent can. */
  desks(commune: string): Promise<CommuneDesks>
  /** How a lead came to its owner, by its code. */
  story(code: string): Promise<LeadStory | undefined>
  /** Who must hear of this lead, with a fresh link for its agent (older links die); undefined when nobody must. */
  readyToTell(lead: string): Promise<LeadToTell | undefined>
  /** Does what they wish with the newest lead it can be about; undefined when there is none. */
  wish(person: string, what: LeadWish): Promise<LeadPromise | undefined>
  /** Reminders, the next agent, the desks above: whatever is due now. */
  keepTime(): Promise<TimeKept>
  /** Before a template goes to the citizen, or after it turned out that none did. */
  templateTried(lead: LeadToTell, isTried: boolean): Promise<void>
  /** Writes down how telling went; replies go to the citizen's outbox. */
  told(lead: LeadToTell, how: TellingRecord): Promise<void>
}
