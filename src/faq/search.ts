import type { SearchWords } from './answer.ts'
import type { FaqEntry } from './faq-entry.ts'
import { asFindable, asOther } from './findable.ts'
import { buildLexicon, type Lexicon } from './lexicon.ts'
import { buildIndex, type SearchIndex } from './search-index.ts'

/** All that is built once and read by every question. */
export interface Search {
  readonly lexicon: Lexicon
  readonly index: SearchIndex
}

export function buildSearch(entries: readonly FaqEntry[], { outOfScope, synonyms }: SearchWords): Search {
  const things = [...entries.map(asFindable), ...outOfScope.classes.map(asOther)]
  const texts = things.flatMap(({ title, asks, body }) => [title, ...asks, body])
  const lexicon = buildLexicon(texts, synonyms)
  return { lexicon, index: buildIndex(things, lexicon) }
}
