import type { Computed } from '../src/policy/outcome.ts'

interface Doubts {
  readonly values: Readonly<Record<string, string>>
  readonly also: readonly string[]
  readonly offers: readonly string[]
}

/** What a result must be said with: a value nobody has confirmed, or one nobody has looked at in time; and a person. */
export function doubtsAbout({ certainty, needsChecking }: Computed<object>): Doubts {
  const also = [
    ...(certainty === 'unconfirmed' ? ['note.unconfirmed'] : []),
    ...(needsChecking.length > 0 ? ['note.stale'] : []),
  ]
  const due = needsChecking.map(({ label }) => `- ${label}`).join('\n')
  return { values: { due }, also, offers: also.length > 0 ? ['person'] : [] }
}
