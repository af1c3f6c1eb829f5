import type { Computed } from '../src/policy/outcome.ts'
import { pastCheckBy } from '../src/policy/stale.ts'
import type { Day } from '../src/policy/values.ts'

/** The notes a sum must be said with: a value nobody has confirmed, or one nobody has looked at in time. */
export function doubtsAbout({ certainty, used }: Computed<object>, today: Day): readonly string[] {
  return [
    ...(certainty === 'unconfirmed' ? ['note.unconfirmed'] : []),
    ...(pastCheckBy(used, today).length > 0 ? ['note.stale'] : []),
  ]
}
