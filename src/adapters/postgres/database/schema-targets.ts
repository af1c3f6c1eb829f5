import type { Day } from '../../../policy/values.ts'
import type { Target } from '../../../targets/progress.ts'

/** A plan; the days are those of its period, so that it can be found by one. */
export interface TargetRow {
  kind: Target['of']
  subject: string
  programme: string
  period: string
  from_day: Day
  until_day: Day
  plan: number
  set_by: string
  set_at: Date
}
