import type { Programme } from './faq-entry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Query } from './read-query.ts'

/** Programmes people do not tell apart when they name one: a pension comes from either kind of BHXH. */
const families: Readonly<Record<Programme, 'social' | 'health' | 'unemployment' | undefined>> = {
  voluntary: 'social',
  compulsory: 'social',
  pension: 'social',
  'household-health': 'health',
  health: 'health',
  unemployment: 'unemployment',
  general: undefined,
}

/** The programmes a message names in words. */
export function programmesNamed({ clauses }: Query, { programmes }: Lexicon): ReadonlySet<Programme> {
  const found = clauses.flatMap(({ words }) => words.map((_, at) => programmes.at(words, at)?.value))
  return new Set(found.filter((programme) => programme !== undefined))
}

/** Is an entry of this programme beside the point of a message that names these? */
export function isForeign(programme: Programme, named: ReadonlySet<Programme>): boolean {
  const family = families[programme]
  if (family === undefined || named.size === 0) return false
  return [...named].every((one) => families[one] !== undefined && families[one] !== family)
}
