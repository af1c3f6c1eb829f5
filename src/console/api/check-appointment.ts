import type { LeadAct } from '../../leads/lead-acts.ts'
import { Refused } from './call.ts'

const DAY_MS = 24 * 3_600_000
/** An appointment is for the months to come; one that has passed waited in the queue of a phone without a network. */
const LATEST_DAYS = 190
const PASSED_DAYS = 7

export function checkAppointment(act: LeadAct, now: Date): void {
  if (act.do !== 'outcome' || !('at' in act.outcome) || act.outcome.at === undefined) return
  const days = (act.outcome.at.getTime() - now.getTime()) / DAY_MS
  if (days < -PASSED_DAYS || days > LATEST_DAYS)
    throw new Refused(422, 'Giờ hẹn phải trong sáu tháng tới.', 'act.outcome.at')
}
