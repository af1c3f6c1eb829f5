import type { Day } from '../policy/values.ts'
import type { Leave, QuietHours } from './agent.ts'

export interface OwnTimes {
  readonly quiet: QuietHours | undefined
  readonly leaves: readonly (Leave & { readonly id: string })[] // not over yet, the next one first
}

/** When an agent does not take leads, as they set it themselves. */
export interface AgentTimes {
  of(agent: string, today: Day): Promise<OwnTimes>
  setQuiet(agent: string, quiet: QuietHours | undefined): Promise<void>
  /**
   * The same days twice are one leave; answers its id. A leave that has begun sends on what the agent was offered and
   * has not accepted. `by`: a role and an id.
   */
  addLeave(agent: string, leave: Leave, by: string): Promise<string>
  /** False when this agent has no such leave. */
  cancelLeave(agent: string, id: string): Promise<boolean>
}
