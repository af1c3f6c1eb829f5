import type { InForce } from './policy-book.ts'
import type { Day } from './values.ts'

/** A parameter nobody vouches for on the day asked about: its last look at the law reached only to `checkBy`. */
export interface NeedsChecking {
  readonly parameter: string
  readonly label: string
  readonly checkBy: Day
}

/** The values nobody has looked at since their check-by day: said with a warning and the offer of a person. */
export function pastCheckBy(used: readonly InForce[], on: Day): readonly InForce[] {
  return used.filter(({ checkBy }) => checkBy < on)
}

/** The same, as a result carries them: which parameters, what people call them, and when they were due. */
export function needsChecking(used: readonly InForce[], on: Day): readonly NeedsChecking[] {
  return pastCheckBy(used, on).map(({ name, label, checkBy }) => ({ parameter: name, label, checkBy }))
}
