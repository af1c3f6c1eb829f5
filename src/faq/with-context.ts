import type { AskContext } from './answer.ts'
import type { Programme } from './faq-entry.ts'
import type { Lexicon } from './lexicon.ts'
import { programmesNamed } from './programmes-named.ts'
import { readQuery, type Query } from './read-query.ts'
import type { Synonyms } from './synonyms.ts'

/** After the price for a family, "hộ nghèo đóng bao nhiêu" is about health insurance, not about that price. */
const broader: Readonly<Partial<Record<Programme, Programme>>> = { 'household-health': 'health' }

/** A message that names no programme is about the one talked about before: its name joins the message. */
export function withContext(
  query: Query,
  { programme }: AskContext,
  synonyms: Synonyms,
  lexicon: Lexicon,
): Query {
  const about = programme === 'pension' && asksPrice(query) ? 'voluntary' : programme
  const name = about && synonyms.programmes[broader[about] ?? about]?.[0]
  if (name === undefined || query.clauses.length === 0) return query
  if (programmesNamed(query, lexicon).size > 0) return query
  const named = readQuery(name, lexicon).clauses.map(({ words }) => ({ words, asks: true }))
  return { ...query, clauses: [...query.clauses, ...named] }
}

/** "Vậy mỗi tháng đóng bao nhiêu", after a pension: what one pays oneself towards it. How many years is not the price. */
function asksPrice({ clauses }: Query): boolean {
  const said = clauses.flatMap(({ words }) => words.map(({ plain }) => plain)).join(' ')
  return /\b(?:dong|nop)\b(?!.*\b(?:nam|thang) nua\b).*\b(?:bao nhieu|may tien)\b(?! (?:nam|thang|lau))/.test(
    said,
  )
}
