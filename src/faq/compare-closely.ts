import type { Programme } from './faq-entry.ts'
import { isForeign } from './programmes-named.ts'
import type { Indexed, SearchIndex } from './search-index.ts'
import { disagreeing, typedWith } from './spellings.ts'
import type { VectorTable } from './vector.ts'
import type { WeighedQuery } from './weighed-query.ts'
import type { Signals } from './weights.ts'

/** What only a look at the thing itself can tell: its ways of asking one by one, its programme, its tone marks. */
export type Closely = (item: Indexed) => Omit<Signals, 'learnt' | 'meant'>

/** Prepares one message for being compared with many things. `named` are programmes it names. */
export function comparer(
  query: WeighedQuery,
  { rarity, spellings }: SearchIndex,
  named: ReadonlySet<Programme>,
): Closely {
  const weights = new Float32Array(rarity.worth.length)
  for (const { number, weight } of query.features) weights[number] = weight
  const typed = typedWith(query.words, spellings)
  return ({ phrasings, spelled, thing }) => ({
    phrase: likest(phrasings, weights) / query.length,
    foreign: isForeign(thing.programme, named) ? 1 : 0,
    marks: disagreeing(spelled, typed),
  })
}

/** How like the message the likest of these texts is. */
function likest({ starts, features, weights }: VectorTable, query: Float32Array): number {
  let most = 0
  let at = 0
  for (let text = 1; text < starts.length; text++) {
    const end = starts[text] ?? 0
    let sum = 0
    for (; at < end; at++) sum += (weights[at] ?? 0) * (query[features[at] ?? 0] ?? 0)
    if (sum > most) most = sum
  }
  return most
}
