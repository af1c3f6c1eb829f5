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
  const weights = weightsOf(query, rarity.worth.length)
  const typed = typedWith(query.words, spellings)
  return ({ phrasings, spelled, thing }) => ({
    phrase: likest(phrasings, weights) / query.length,
    foreign: isForeign(thing.programme, named) ? 1 : 0,
    marks: disagreeing(spelled, typed),
  })
}

/** Of one message at a time: as many places as there are features, so it is not made anew for each message. */
let places = new Float32Array(0)
let used: readonly number[] = []

/** The weights of a message's features by number, good until the next message is compared. */
function weightsOf({ features }: WeighedQuery, count: number): Float32Array {
  if (places.length < count) places = new Float32Array(count)
  for (const number of used) places[number] = 0
  for (const { number, weight } of features) places[number] = weight
  used = features.map(({ number }) => number)
  return places
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
