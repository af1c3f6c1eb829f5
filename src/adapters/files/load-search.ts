import type { FaqEntry } from '../../faq/faq-entry.ts'
import { type MadeSearch, searchOf } from '../../faq/search.ts'
import { kept } from './kept.ts'
import { loadSearchWords } from './load-synonyms.ts'

/** The search of answers that are not (only) those of the files; kept apart, so that drafts crowd out no start. */
export function madeSearchOf(root: string, entries: readonly FaqEntry[]): MadeSearch {
  const words = loadSearchWords(root)
  const from = [JSON.stringify(entries), JSON.stringify(words)]
  return kept('search-drafts', from, () => searchOf(entries, words))
}
