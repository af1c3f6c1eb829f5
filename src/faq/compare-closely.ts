import type { Programme } from './faq-entry.ts'
import { isForeign } from './programmes-named.ts'
import type { Indexed, Vector } from './search-index.ts'
import type { WeighedQuery } from './weighed-query.ts'
import type { Signals } from './weights.ts'
import { marksAgree } from './word.ts'

type Close = Omit<Signals, 'entry' | 'topic' | 'learnt'>

/** What only a look at the thing itself can tell: its ways of asking one by one, its words, its tone marks. */
export function closely(
  item: Indexed,
  query: WeighedQuery,
  weights: Float64Array, // of the message, by feature number
  named: ReadonlySet<Programme>,
): Close {
  const likeness = item.phrasings.map((phrasing) => product(phrasing, weights) / query.length)
  const best = likeness.sort((a, b) => b - a).slice(0, 3)
  return {
    phrase: best[0] ?? 0,
    phrases: best.reduce((sum, one) => sum + one, 0) / 3,
    title: product(item.title, weights) / query.length,
    body: wordsIn(item.body, weights) / query.length,
    foreign: isForeign(item.thing.programme, named) ? 1 : 0,
    marks: disagreeing(item, query),
  }
}

function product({ features, weights }: Vector, query: Float64Array): number {
  let sum = 0
  for (let i = 0; i < features.length; i++) sum += (weights[i] ?? 0) * (query[features[i] ?? 0] ?? 0)
  return sum
}

function wordsIn(body: Int32Array, weights: Float64Array): number {
  return Math.sqrt(body.reduce((sum, number) => sum + (weights[number] ?? 0) ** 2, 0))
}

/** Share of the words known here whose typed marks are never the marks used here: "đông" for "đóng". */
function disagreeing({ marked }: Indexed, { words }: WeighedQuery): number {
  const shared = words.filter((word) => word.marked !== undefined && marked.has(word.plain))
  const wrong = shared.filter(
    (word) =>
      ![...(marked.get(word.plain) ?? [])].some((known) => marksAgree(word, { ...word, marked: known })),
  )
  return shared.length === 0 ? 0 : wrong.length / shared.length
}
