import type { Returned } from '../conversation/said.ts'
import type { Attended, HandOverPromise } from '../conversation/turn.ts'
import type { OfficeTime } from './office-time.ts'

/** One talk that a person of the desk has, or is waited for. */
export interface HandOver {
  readonly id: string
  readonly state: Attended
  readonly answerBy: Date | undefined // what the citizen was told; undefined when nobody called for a person
  readonly spokeAt: Date | undefined // the person's last words
  readonly heardAt: Date | undefined // the citizen's last words to them
  readonly isGivenBack: boolean
}

/** How long people wait. */
export interface Patience {
  readonly answerMinutes: number // of open time: by then somebody is to have answered
  readonly quietHours: number // so long after a person's last words the bot goes on
}

/** By when a person answers who is called for now. */
export function promiseAt(
  office: OfficeTime,
  now: Date,
  { answerMinutes }: Pick<Patience, 'answerMinutes'>,
): HandOverPromise {
  const answerBy = office.after(now, answerMinutes)
  if (office.isOpen(now)) return { answerBy }
  return { answerBy, shut: { opensAt: office.opening(now), holiday: office.holiday(now) } }
}

/** `isTold`: the citizen waits for an answer and hears that the bot goes on. */
export type NextStep =
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'over'; readonly why: Returned['why']; readonly isTold: boolean }

const HOUR_MS = 3_600_000

/**
 * What becomes of a hand-over now. One that nobody took ends with an apology at the time the citizen was told; one that
 * somebody took never does: it ends when that person has been quiet for hours, and silently when theirs was the last word.
 */
export function nextStep(
  handOver: HandOver,
  now: Date,
  { quietHours }: Pick<Patience, 'quietHours'>,
): NextStep {
  const { state, answerBy = now, spokeAt = now, heardAt, isGivenBack } = handOver
  if (isGivenBack) return { kind: 'over', why: 'given-back', isTold: true }
  if (state === 'waiting') {
    return now < answerBy
      ? { kind: 'wait', until: answerBy }
      : { kind: 'over', why: 'nobody-came', isTold: true }
  }
  const until = new Date(spokeAt.getTime() + quietHours * HOUR_MS)
  if (now < until) return { kind: 'wait', until }
  return { kind: 'over', why: 'gone-quiet', isTold: heardAt !== undefined && heardAt > spokeAt }
}
