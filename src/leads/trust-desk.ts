import type { AgentClue, LeadDraft, ScamVerdict } from '../conversation/effect.ts'
import type { AgentVerdict, PointsThere } from '../conversation/found.ts'
import type { LeadPromise } from '../conversation/turn.ts'

/** A strange caller, as it may be kept: where and which trick, never who was called. */
export interface ScamReport {
  readonly commune: string | undefined // code
  readonly pattern: string | undefined // id of knowledge/scams
  readonly verdict: ScamVerdict
}

/** `right` comes with the promise it belongs to; `too-many`: so many wrong ones that no more are compared. */
export type CodeCompared = 'right' | 'wrong' | 'too-many' | 'none'

/** What citizens have looked up, so that they can tell our agent from a swindler. It never lists and never reveals. */
export interface TrustDesk {
  verify(clue: AgentClue): Promise<AgentVerdict>
  /** Compares with the newest open lead of this person. A wrong one alarms, once for each `key`. */
  compareCode(person: string, code: string, key: string): Promise<CodeCompared>
  /** Changes the time of the call of their newest open lead, and its agent hears; undefined when there is none. */
  changeCallTime(
    person: string,
    bestTime: LeadDraft['bestTime'],
    key: string,
  ): Promise<LeadPromise | undefined>
  /** Open points in the commune, then those whose agents cover it; and the office that serves it. */
  points(commune: string): Promise<PointsThere>
}
