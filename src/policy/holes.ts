import type { PolicyBook } from './policy-book.ts'
import { printDay } from './print.ts'
import { isQuotable, quote, quoteNext } from './quoted.ts'
import { pastCheckBy } from './stale.ts'
import { certaintyWords, type Day } from './values.ts'

const hole = /\{([a-z0-9-]+)(@next-day|@next)?\}/g

export interface Filled {
  readonly text: string
  /** Names quoted with a value nobody has officially confirmed. */
  readonly uncertain: readonly string[]
  /** Names that have no value on that day, or that nobody knows: such words must not be sent. */
  readonly missing: readonly string[]
  /** Names resting on a value past its check-by day: to be said with a warning. */
  readonly stale: readonly string[]
}

/** The names a text quotes, once each: `{name}`, `{name@next}`, `{name@next-day}`. */
export function holesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(hole)].map(([, name = '']) => name))]
}

/**
 * Puts the day's numbers into words. A line that tells of a coming change, `{name@next}` and `{name@next-day}`,
 * is left out when no change is known.
 */
export function fillHoles(text: string, day: Day, book: PolicyBook): Filled {
  const uncertain = new Set<string>()
  const missing = new Set<string>()
  const stale = new Set<string>()
  const lines = text.split('\n').filter((line) => !tellsOfNothing(line, day, book))
  const filled = lines.join('\n').replace(hole, (whole, name: string, when: string | undefined) => {
    const quoted = when === undefined ? quote(name, day, book) : quoteNext(name, day, book)
    if (!quoted) {
      missing.add(name)
      return whole
    }
    if (pastCheckBy(quoted.used, day).length > 0) stale.add(name)
    if (when === '@next-day') return printDay(quoted.from)
    if (quoted.certainty !== 'unconfirmed') return quoted.printed
    uncertain.add(name)
    return quoted.printed + certaintyWords.unconfirmed
  })
  return { text: filled, uncertain: [...uncertain], missing: [...missing], stale: [...stale] }
}

function tellsOfNothing(line: string, day: Day, book: PolicyBook): boolean {
  const coming = [...line.matchAll(hole)].filter(([, , when]) => when !== undefined)
  return coming.some(([, name = '']) => isQuotable(name, book) && !quoteNext(name, day, book))
}
