import type { Generated } from 'kysely'
import type { What } from '../../../numbers/numbers.ts'
import type { ChannelName } from '../../../ports.ts'
import type { Day } from '../../../policy/values.ts'

/** Somebody who was answered on a day, about a programme ('': at all): kept until the day is over, so that nobody is counted twice. */
export interface VisitRow {
  person_id: string
  day: Day
  programme: string
  turns: number // 1, or 2 and more
  channel: ChannelName
  desk: string
}

/** '' where a count has no such thing: a question has no commune. */
export interface DayCountRow {
  what: What
  day: Day
  channel: string
  desk: string
  programme: string
  commune: string
  agent: string
  item: string
  n: number
}

/** Counted and not yet summed up. */
export interface DayCountNewRow extends DayCountRow {
  id: Generated<number>
}
