import type { SearchWords } from './answer.ts'
import type { FaqEntry } from './faq-entry.ts'
import { asFindable, asOther, type Findable } from './findable.ts'
import { buildLexicon, countWords, type Lexicon, lexiconInSteps, type WordCounts } from './lexicon.ts'
import { buildIndex, type MadeIndex, type SearchIndex } from './search-index.ts'
import { whole } from './whole.ts'
import type { Synonyms } from './synonyms.ts'

/** All that is built once and read by every question. */
export interface Search {
  readonly lexicon: Lexicon
  readonly index: SearchIndex
}

/** What takes time to make of the entries and words: plain data, which can be kept and handed to another thread. */
export interface MadeSearch {
  readonly counts: WordCounts
  readonly index: MadeIndex
}

/** Answers what was made before of the same entries and words, or makes it. */
export type KeepSearch = (make: () => MadeSearch) => MadeSearch

export function buildSearch(
  entries: readonly FaqEntry[],
  words: SearchWords,
  keep: KeepSearch = (make) => make(),
): Search {
  return whole(
    searchInSteps(
      entries,
      words,
      keep(() => searchOf(entries, words)),
    ),
  )
}

/** A search of what was made before, an entry a step. */
export function* searchInSteps(
  entries: readonly FaqEntry[],
  { outOfScope, synonyms }: SearchWords,
  made: MadeSearch,
): Generator<undefined, Search> {
  const { items, ...index } = made.index
  const ours: SearchIndex['items'][number][] = []
  const take = (thing: Findable, at: number) => {
    const item = items[at]
    if (item) ours.push({ ...item, thing })
  }
  for (const [i, entry] of entries.entries()) {
    take(asFindable(entry), i)
    yield
  }
  for (const [i, one] of outOfScope.classes.entries()) {
    take(asOther(one), entries.length + i)
    yield
  }
  const lexicon = yield* lexiconInSteps(made.counts, synonyms)
  return { lexicon, index: { ...index, items: ours } }
}

export function searchOf(entries: readonly FaqEntry[], { outOfScope, synonyms }: SearchWords): MadeSearch {
  return makeSearch([...entries.map(asFindable), ...outOfScope.classes.map(asOther)], synonyms)
}

function makeSearch(things: readonly Findable[], synonyms: Synonyms): MadeSearch {
  const texts = things.flatMap(({ title, asks, body }) => [title, ...asks, body])
  const counts = countWords(texts, synonyms)
  return { counts, index: buildIndex(things, buildLexicon(counts, synonyms)) }
}
