import type { Day } from '../policy/values.ts'

/**
 * What is counted by the day (migration 081 says from which rows).
 * `visit`: people answered that day, `again`: more than once; `visit-about`: the same of one programme;
 * `asked`: questions by what came of them; `verdict`: what people made of the answer; `entry`: answers given, by id;
 * `answered`: answers by how long people waited; `lead`, `accepted`, `called`: leads of that day as they stand now.
 */
export type What =
  'visit' | 'visit-about' | 'asked' | 'verdict' | 'entry' | 'answered' | 'lead' | 'accepted' | 'called'

export interface PageKey {
  readonly channel: string
  readonly desk: string
}

/** Which days, pages, programme and communes. Undefined: all. */
export interface NumbersFilter {
  readonly from: Day
  readonly until: Day // included
  readonly pages?: readonly PageKey[] | undefined
  readonly programme?: string | undefined
  readonly communes?: readonly string[] | undefined // codes
}

export interface Counted {
  readonly what: What
  readonly item: string
  readonly of: string // the day, commune or agent it is counted by; '' when by none
  readonly n: number
}

/** Counts kept by the day; a question to them never reads what they were counted from. */
export interface NumbersStore {
  count(
    what: readonly What[],
    by: 'day' | 'commune' | 'agent' | undefined,
    filter: NumbersFilter,
  ): Promise<readonly Counted[]>
  /** Everybody registered, or who covers these communes. */
  agents(
    communes: readonly string[] | undefined,
  ): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Sums up what was counted since the last time. */
  sumUp(): Promise<void>
}
