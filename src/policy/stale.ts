import type { InForce } from './policy-book.ts'
import type { Day } from './values.ts'

/** The values nobody has looked at since their check-by day: said with a warning and the offer of a person. */
export function pastCheckBy(used: readonly InForce[], today: Day): readonly InForce[] {
  return used.filter(({ checkBy }) => checkBy < today)
}
