import { daysAfter } from './day.ts'
import type { PolicyBook } from './policy-book.ts'
import type { Day } from './values.ts'

/** By when a person who wants their data erased must hear from us, and by when it must be done. */
export interface DataRequestDues {
  readonly firstReplyBy: Day
  readonly doneBy: Day
}

/** From the day it was asked: the first term counts working days (holidays only make it longer), the second all days. */
export function dataRequestDues(asked: Day, policy: PolicyBook): DataRequestDues {
  return {
    firstReplyBy: afterWorkingDays(asked, policy.on(asked, 'data-request-reply-days').value),
    doneBy: daysAfter(asked, policy.on(asked, 'data-request-done-days').value),
  }
}

function afterWorkingDays(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; left -= isWeekend(at) ? 0 : 1) at = daysAfter(at, 1)
  return at
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
