import type { Programme } from './faq-entry.ts'
import { isForeign } from './programmes-named.ts'
import type { Indexed, Vector } from './search-index.ts'
import type { WeighedQuery } from './weighed-query.ts'
import type { Signals } from './weights.ts'

/** Weights of the message's features, by feature number. */
type QueryWeights = ReadonlyMap<number, number>

/** What only a look at the thing itself can tell: its ways of asking one by one, its programme, its tone marks. */
export function closely(
  item: Indexed,
  query: WeighedQuery,
  weights: QueryWeights,
  named: ReadonlySet<Programme>,
): Omit<Signals, 'learnt' | 'meant'> {
  let phrase = 0
  for (const phrasing of item.phrasings) phrase = Math.max(phrase, product(phrasing, weights))
  return {
    phrase: phrase / query.length,
    foreign: isForeign(item.thing.programme, named) ? 1 : 0,
    marks: disagreeing(item, query),
  }
}

function product({ features, weights }: Vector, query: QueryWeights): number {
  let sum = 0
  for (let i = 0; i < features.length; i++) {
    const weight = query.get(features[i] ?? 0)
    if (weight !== undefined) sum += (weights[i] ?? 0) * weight
  }
  return sum
}

/** Share of the words known here whose typed marks are never the marks used here: "đông" for "đóng". */
function disagreeing({ marked }: Indexed, { words }: WeighedQuery): number {
  let shared = 0
  let wrong = 0
  for (const word of words) {
    const known = word.marked === undefined ? undefined : marked.get(word.plain)
    if (!known || word.marked === undefined) continue
    shared++
    if (!known.has(word.marked)) wrong++
  }
  return shared === 0 ? 0 : wrong / shared
}
