import { comparer } from './compare-closely.ts'
import { entryLikelihood } from './entry-model.ts'
import type { Programme } from './faq-entry.ts'
import { mostOf } from './most-of.ts'
import type { Indexed, SearchIndex } from './search-index.ts'
import { topicLikelihood } from './topic-model.ts'
import { unitVector } from './vector.ts'
import type { WeighedQuery } from './weighed-query.ts'
import { signals, type Signals } from './weights.ts'

/** How many things are compared closely. */
const CANDIDATES = 40

/** A topic or an entry this unlikely (logarithm) counts for nothing. */
const UNLIKELY = 8

export interface Ranked {
  readonly item: Indexed
  readonly signals: Signals
  readonly score: number
}

interface Ranking {
  readonly named: ReadonlySet<Programme> // by the message
  readonly weights: Signals
}

/** The things most like the message, best first, each with what spoke for it. */
export function rank(
  query: WeighedQuery,
  index: SearchIndex,
  { named, weights }: Ranking,
): readonly Ranked[] {
  const vector = unitVector(
    query.features.map(({ number }) => number),
    query.features.map(({ weight }) => weight),
  )
  const learnt = topicLikelihood(index.topicModel, vector)
  const meant = entryLikelihood(index.entryModel, vector)
  const learntOf = (i: number) => fromLogarithm(learnt[index.topics[i] ?? 0])
  const meantOf = (i: number) => fromLogarithm(meant[i])
  const closely = comparer(query, index, named)
  const byTopic = learnt.map((one) => weights.learnt * fromLogarithm(one))
  const candidates = mostOf(
    index.items.length,
    CANDIDATES,
    (i) => (byTopic[index.topics[i] ?? 0] ?? 0) + weights.meant * meantOf(i),
  )
  return candidates
    .flatMap((i) => {
      const item = index.items[i]
      if (!item) return []
      const found = { learnt: learntOf(i), meant: meantOf(i), ...closely(item) }
      return [{ item, signals: found, score: scoreOf(found, weights) }]
    })
    .sort((a, b) => b.score - a.score)
}

function scoreOf(found: Signals, weights: Signals): number {
  return signals.reduce((sum, signal) => sum + weights[signal] * found[signal], 0)
}

function fromLogarithm(one = -Infinity): number {
  return Math.max(0, 1 + one / UNLIKELY)
}
