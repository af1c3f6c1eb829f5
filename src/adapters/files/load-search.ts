import type { FaqEntry } from '../../faq/faq-entry.ts'
import { buildSearch } from '../../faq/search.ts'
import type { SearchIndex } from '../../faq/search-index.ts'
import { kept } from './kept.ts'
import { loadSearchWords } from './load-synonyms.ts'

/** The search index of answers that are not (only) those of the files; kept apart, so that drafts crowd out no start. */
export function searchIndexOf(root: string, entries: readonly FaqEntry[]): SearchIndex {
  const words = loadSearchWords(root)
  const from = [JSON.stringify(entries), JSON.stringify(words)]
  return buildSearch(entries, words, (make) => kept('search-drafts', from, make)).index
}
