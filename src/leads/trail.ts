import type { Owner } from './agent.ts'

/** Why an agent was, or was not, given a lead: the first rule that decided. */
export const verdicts = [
  'chosen',
  'point-not-active',
  'agent-not-active',
  'not-trained',
  'on-leave',
  'had-it-before', // declined it, handed it on, or let the time pass
  'full',
  'quiet-hours',
  'nearer-target',
  'waited-less',
  'later-in-list',
] as const
export type Verdict = (typeof verdicts)[number]

export interface Considered {
  readonly agent: string
  readonly verdict: Verdict
  readonly open: number // leads not closed
  readonly capacity: number
  readonly belowTarget: number
}

/** How an owner was found, as it is kept with the lead: ids and counts only. Nobody is passed over without a reason. */
export interface Trail {
  readonly commune: string // code
  readonly considered: readonly Considered[] // everyone who covers the commune
  readonly owner: Owner['kind']
  readonly ownerId?: string
  readonly noAgent?: NoAgent
  /** Somebody at a desk chose the owner; `considered` says how the rules would have. */
  readonly byHand?: true
}

/** Why no agent was looked for. */
export const noAgentReasons = [
  'chat-only',
  'elsewhere',
  'other-commune',
  'given-back-twice',
  'late-twice',
] as const
export type NoAgent = (typeof noAgentReasons)[number]

const outOfWork: readonly Verdict[] = ['point-not-active', 'agent-not-active', 'not-trained', 'on-leave']

/** Whether somebody at a desk may give a lead to this agent by hand: also out of turn, never to one who may get none. */
export const mayBeGiven = (verdict: Verdict): boolean => !outOfWork.includes(verdict)
