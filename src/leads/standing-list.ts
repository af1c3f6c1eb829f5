import type { Day } from '../policy/values.ts'
import type { AgentState, PointState } from './agent.ts'
import type { Standing } from './register.ts'

/** An agent as the desk looks one up: nothing of theirs but what their work needs. */
export interface AgentStanding extends Standing<AgentState> {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly point: string // name
  readonly trainedUntil: Day | undefined
  readonly capacity: number // leads not closed at one time
  readonly openLeads: number
}

export interface PointStanding extends Standing<PointState> {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly commune: string // code
  readonly agents: number
}

/** Agents and points by name, number or organisation, without tone marks. */
export interface StandingList {
  /** `onlyResting`: those who do not work just now. So many at most, by name. */
  agents(find: string, onlyResting: boolean, most: number): Promise<readonly AgentStanding[]>
  points(find: string, onlyResting: boolean, most: number): Promise<readonly PointStanding[]>
}
