import type { Programme } from './faq-entry.ts'
import { isForeign } from './programmes-named.ts'
import type { Indexed, Vector } from './search-index.ts'
import type { WeighedQuery } from './weighed-query.ts'
import type { Signals } from './weights.ts'

/** Weights of the message's features, by feature number. */
type QueryWeights = ReadonlyMap<number, number>

/** What only a look at the thing itself can tell: its ways of asking one by one, its words, its tone marks. */
export function closely(
  item: Indexed,
  query: WeighedQuery,
  weights: QueryWeights,
  named: ReadonlySet<Programme>,
): Omit<Signals, 'entry' | 'topic' | 'learnt'> {
  const [first, second, third] = item.phrasings
    .map((phrasing) => product(phrasing, weights) / query.length)
    .sort((a, b) => b - a)
  return {
    phrase: first ?? 0,
    phrases: ((first ?? 0) + (second ?? 0) + (third ?? 0)) / 3,
    title: product(item.title, weights) / query.length,
    body: bodyLikeness(item.body, weights) / query.length,
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

function bodyLikeness(body: Int32Array, query: QueryWeights): number {
  let squares = 0
  for (const number of body) squares += (query.get(number) ?? 0) ** 2
  return Math.sqrt(squares)
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
