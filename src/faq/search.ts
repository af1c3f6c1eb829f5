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

/** Answers an index that was made before of the same entries and words, or makes it. */
export type KeepIndex = (make: () => SearchIndex) => SearchIndex

export function buildSearch(
  entries: readonly FaqEntry[],
  { outOfScope, synonyms }: SearchWords,
  keep: KeepIndex = (make) => make(),
): Search {
  const things = [...entries.map(asFindable), ...outOfScope.classes.map(asOther)]
  const texts = things.flatMap(({ title, asks, body }) => [title, ...asks, body])
  const lexicon = buildLexicon(texts, synonyms)
  const { items, ...index } = keep(() => buildIndex(things, lexicon))
  const ours = items.map((item, i) => ({ ...item, thing: things[i] ?? item.thing })) // one object for each entry
  return { lexicon, index: { ...index, items: ours } }
}
