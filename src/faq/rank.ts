import { closely } from './compare-closely.ts'
import type { Programme } from './faq-entry.ts'
import { mostOf } from './most-of.ts'
import type { Indexed, SearchIndex, Vector } from './search-index.ts'
import type { WeighedQuery } from './weighed-query.ts'
import { signals, signalWeight, type Signals } from './weights.ts'

/** How many things are compared closely. */
const CANDIDATES = 40

/** A topic or an entry this unlikely (logarithm) counts for nothing. */
const UNLIKELY = 8

export interface Ranked {
  readonly item: Indexed
  readonly signals: Signals
  readonly score: number
}

type Far = Pick<Signals, 'learnt' | 'meant'>

/** The things most like the message, best first, each with what spoke for it. `named` are programmes it names. */
export function rank(
  query: WeighedQuery,
  index: SearchIndex,
  named: ReadonlySet<Programme>,
): readonly Ranked[] {
  const vector = unitVector(query)
  const learnt = index.topicModel.likelihood(vector).map(fromLogarithm)
  const meant = index.entryModel.likelihood(vector).map(fromLogarithm)
  const fromAfar = (i: number): Far => ({
    learnt: learnt[index.items[i]?.topic ?? 0] ?? 0,
    meant: meant[i] ?? 0,
  })
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

function scoreOf(found: Signals): number {
  return signals.reduce((sum, signal) => sum + signalWeight[signal] * found[signal], 0)
}

function roughly({ learnt, meant }: Far): number {
  return signalWeight.learnt * learnt + signalWeight.meant * meant
}

function fromLogarithm(one: number): number {
  return Math.max(0, 1 + one / UNLIKELY)
}

function unitVector({ features }: WeighedQuery): Vector {
  const length = Math.hypot(...features.map(({ weight }) => weight)) || 1
  return {
    features: Int32Array.from(features, ({ number }) => number),
    weights: Float32Array.from(features, ({ weight }) => weight / length),
  }
}
