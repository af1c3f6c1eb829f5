import { figures } from './figures.ts'
import type { PolicyBook } from './policy-book.ts'
import { quote } from './quoted.ts'
import { certaintyWords, type Day } from './values.ts'

/** A value over some days of a period; undefined where nobody has entered what was in force. */
export interface Stretch {
  readonly from: Day
  readonly printed: string | undefined
}

/** What people call a parameter or a figure that words quote. */
export function labelOfQuoted(name: string, book: PolicyBook): string {
  return figures.get(name)?.label ?? book.labelOf(name)
}

/** The values of a parameter or figure over a period, oldest first, each said with how sure it is. Both days belong to it. */
export function during(name: string, from: Day, to: Day, book: PolicyBook): readonly Stretch[] {
  const changes = book.changesBetween(from, to)
  const stretches: Stretch[] = []
  for (const day of [from, ...changes]) {
    const found = quote(name, day, book)
    const printed = found && found.printed + certaintyWords[found.certainty]
    if (stretches.length === 0 || stretches.at(-1)?.printed !== printed)
      stretches.push({ from: day, printed })
  }
  return stretches
}
