import type { Day } from '../policy/values.ts'
import type { Owner } from './agent.ts'
import type { LeadOutcome, LeadState } from './lead.ts'

/** A lead as a list of many shows it: what happened, nothing about the citizen. */
export interface ListedLead {
  readonly code: string
  readonly day: Day // captured, in Viet Nam
  readonly commune: string // code
  readonly programme: string
  readonly owner: Owner
  readonly state: LeadState
  readonly outcome: LeadOutcome | undefined
  readonly rating: number | undefined // 1 to 5
}

/** Somebody who joined, and until when they have paid: the agent calls before that day. */
export interface Renewal {
  readonly code: string
  readonly addressAs: string
  readonly phone: string | undefined // E.164
  readonly commune: string // code
  readonly programme: string
  readonly months: number
  readonly from: Day
  readonly due: Day // the first day that is not paid
  readonly agent: string // id
}

/** Lists that leave the house as files. */
export interface LeadList {
  all(): Promise<readonly ListedLead[]>
  /** Of one agent, those whose time ends by that day; who took back their consent, or was erased, is not there. */
  renewals(agent: string, until: Day): Promise<readonly Renewal[]>
}

/** So many whole months later; the last day of a shorter month (31/01 + 1 → 28/02). */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as Day
}
