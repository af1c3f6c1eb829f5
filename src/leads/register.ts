import type { Day } from '../policy/values.ts'
import type { AgentState, Leave, PointState, QuietHours } from './agent.ts'

/** Whether an agent or a point works, since when it was decided, why, and until when (the last day). */
export interface Standing<State> {
  readonly state: State
  readonly reason?: string | undefined
  readonly until?: Day | undefined
}

/** A collection agent as the agency registers one. */
export interface AgentEntry {
  readonly id: string
  readonly name: string
  readonly phone: string // E.164
  readonly email?: string | undefined
  readonly organisation: string
  readonly point: string // id
  readonly communes: readonly string[] // codes: what they cover
  readonly cardNumber: string
  readonly standing: Standing<AgentState>
  readonly trainedUntil?: Day | undefined // the last day of the certificate; none: no leads
  readonly capacity?: number | undefined // leads not closed at one time
  readonly quiet?: QuietHours | undefined
}

export interface PointEntry {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly commune: string // code
  readonly address: string
  readonly hours: string
  readonly standing: Standing<PointState>
}

/** A local office (BHXH cơ sở) and the communes it serves. */
export interface OfficeEntry {
  readonly id: string
  readonly name: string
  readonly commune: string // code
  readonly address: string
  readonly hours: string
  readonly phone: string
  readonly communes: readonly string[]
}

/** An officer who looks after a commune (cán bộ phụ trách xã). */
export interface OfficerEntry {
  readonly commune: string
  readonly id: string
  readonly name: string
}

export interface RegisterEntries {
  readonly points?: readonly PointEntry[]
  readonly agents?: readonly AgentEntry[]
  readonly offices?: readonly OfficeEntry[]
  readonly officers?: readonly OfficerEntry[]
}

/** What an agent covers, without touching anything else of theirs. */
interface CoverageEntry {
  readonly agent: string // id
  readonly communes: readonly string[] // codes
}

/** The agents, points and offices we know. */
export interface Register {
  /** Everything that is registered, least id first; phones as they are. */
  all(): Promise<{ readonly agents: readonly AgentEntry[]; readonly points: readonly PointEntry[] }>
  /** From now on these agents cover these communes, and no others. Ids that nobody has are passed over. */
  cover(entries: readonly CoverageEntry[]): Promise<void>
  /** Puts them in, or brings those with the same id up to date; running it again changes nothing. */
  put(entries: RegisterEntries): Promise<void>
  /** Days away, entered by the agent or by an officer (`by`: a role and an id). Answers its id. */
  addLeave(agent: string, leave: Leave, by: string): Promise<string>
  cancelLeave(id: string): Promise<void>
  /**
   * Takes effect at once. Who does not work gets no leads, and those they have go to others: the citizens will hear.
   * Answers how many moved, or undefined when there is no such agent or point. `by`: the login of who decided.
   */
  setAgent(agent: string, standing: Standing<AgentState>, by: string): Promise<number | undefined>
  setPoint(point: string, standing: Standing<PointState>, by: string): Promise<number | undefined>
  setQuiet(agent: string, quiet: QuietHours | undefined): Promise<void>
}
