import { closely } from './compare-closely.ts'
import type { Programme } from './faq-entry.ts'
import { mostOf } from './most-of.ts'
import type { Postings } from './postings.ts'
import type { Indexed, SearchIndex, Vector } from './search-index.ts'
import type { WeighedQuery } from './weighed-query.ts'
import { signals, signalWeight, type Signals } from './weights.ts'

/** How many things are compared closely. */
const CANDIDATES = 40

/** A topic this unlikely (logarithm) counts for nothing. */
const UNLIKELY = 8

export interface Ranked {
  readonly item: Indexed
  readonly signals: Signals
  readonly score: number
}

type Far = Pick<Signals, 'entry' | 'topic' | 'learnt'>

/** The things most like the message, best first, each with what spoke for it. `named` are programmes it names. */
export function rank(
  query: WeighedQuery,
  index: SearchIndex,
  named: ReadonlySet<Programme>,
): readonly Ranked[] {
  const entries = evidenceFor(query, index.byEntry, index.items.length)
  const topics = evidenceFor(query, index.byTopic, index.topicCount)
  const learnt = index.topicModel.likelihood(unitVector(query)).map((one) => Math.max(0, 1 + one / UNLIKELY))
  const fromAfar = (i: number): Far => {
    const topic = index.items[i]?.topic ?? 0
    return { entry: entries[i] ?? 0, topic: topics[topic] ?? 0, learnt: learnt[topic] ?? 0 }
  }
  const weights = new Map(query.features.map(({ number, weight }) => [number, weight]))
  const candidates = mostOf(index.items.length, CANDIDATES, (i) => roughly(fromAfar(i)))
  return candidates
    .flatMap((i) => {
      const item = index.items[i]
      if (!item) return []
      const found = { ...fromAfar(i), ...closely(item, query, weights, named) }
      return [{ item, signals: found, score: scoreOf(found) }]
    })
    .sort((a, b) => b.score - a.score)
}

export function scoreOf(found: Signals): number {
  return signals.reduce((sum, signal) => sum + signalWeight[signal] * found[signal], 0)
}

function roughly({ entry, topic, learnt }: Far): number {
  return signalWeight.entry * entry + signalWeight.topic * topic + signalWeight.learnt * learnt
}

function unitVector({ features }: WeighedQuery): Vector {
  const length = Math.hypot(...features.map(({ weight }) => weight)) || 1
  return {
    features: Int32Array.from(features, ({ number }) => number),
    weights: Float32Array.from(features, ({ weight }) => weight / length),
  }
}

/** How much of the evidence that could speak for a place does, 0 to 1, for every place. */
function evidenceFor(query: WeighedQuery, all: readonly Postings[], places: number): Float64Array {
  const found = new Float64Array(places)
  let most = 0
  for (const { number, share } of query.features) {
    const posted = all[number]
    if (!posted) continue
    most += share * posted.most
    for (let i = 0; i < posted.places.length; i++) {
      const place = posted.places[i] ?? 0
      found[place] = (found[place] ?? 0) + share * (posted.weights[i] ?? 0)
    }
  }
  if (most > 0) for (let i = 0; i < places; i++) found[i] = (found[i] ?? 0) / most
  return found
}
