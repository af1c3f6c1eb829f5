import { toLogarithms, toShares } from './shares.ts'
import { scattered } from './scattered.ts'
import type { Vector } from './vector.ts'

const STEP = 0.5
const NEGLIGIBLE = 0.002
const FIRST_SQUARE = 1e-3

/** A feature that more things use than this tells nothing about which is meant, and reading its users takes longest. */
const TOO_COMMON = 1_200

/** Samples looked at while learning: enough for some hundred entries … */
const VISITS = 48_000

/** … and, since each visit costs what there are things, bounded for thousands: but each sample once. */
const WORK = 16_000_000

/** Which thing a text means, learnt from the things' own words: one weight for each thing that uses a feature. */
export interface EntryModel {
  readonly things: number // how many there are
  readonly starts: Int32Array // by feature: where its users begin; one more at the end
  readonly users: Int32Array // things, feature by feature
  readonly weights: Float32Array // one for each user
}

export interface EntrySample {
  readonly vector: Vector
  readonly thing: number
  readonly owner: string // the thing's id
  readonly worth: number // how much this text teaches, 0 to 1
}

/**
 * Multinomial logistic regression by AdaGrad with a weight only where a thing uses a feature: as small as an index of
 * words, so it stays flat to thousands of things. The same samples always give the same model.
 */
export function learnEntries(samples: readonly EntrySample[], features: number, things: number): EntryModel {
  const model = emptyModel(samples, features, things)
  const squares = new Float32Array(model.users.length).fill(FIRST_SQUARE)
  const scores = new Float64Array(things)
  const order = scattered(samples.map(({ owner }) => owner))
  const visits = Math.max(samples.length, Math.min(VISITS, WORK / things))
  for (let turn = 0; turn < visits; turn++) {
    const sample = samples[order[turn % samples.length] ?? 0]
    if (!sample) continue
    scoreInto(scores.fill(0), sample.vector, model)
    learnOne(sample, model, squares, toShares(scores))
  }
  return model
}

/** For every thing, the logarithm of how likely it is; the vector has length one. */
export function entryLikelihood(model: EntryModel, vector: Vector): Float64Array {
  const scores = new Float64Array(model.things)
  scoreInto(scores, vector, model)
  return toLogarithms(scores)
}

function emptyModel(samples: readonly EntrySample[], features: number, things: number): EntryModel {
  const users = Array.from({ length: features }, () => new Set<number>())
  for (const { vector, thing } of samples) for (const feature of vector.features) users[feature]?.add(thing)
  for (const set of users) if (set.size > TOO_COMMON) set.clear()
  const starts = new Int32Array(features + 1)
  for (const [feature, { size }] of users.entries()) starts[feature + 1] = (starts[feature] ?? 0) + size
  const all = new Int32Array(starts[features] ?? 0)
  for (const [feature, set] of users.entries()) all.set([...set], starts[feature])
  return { things, starts, users: all, weights: new Float32Array(all.length) }
}

function learnOne(
  { vector, thing, worth }: EntrySample,
  model: EntryModel,
  squares: Float32Array,
  shares: Float64Array,
): void {
  const wrong = toWrong(shares, thing, worth)
  for (let i = 0; i < vector.features.length; i++)
    correct(vector.features[i] ?? 0, vector.weights[i] ?? 0, { model, squares, wrong })
}

/** How far each thing's share is from what it should be, in place; 0 where it hardly matters. */
function toWrong(shares: Float64Array, thing: number, worth: number): Float64Array {
  for (let other = 0; other < shares.length; other++) {
    const wrong = worth * ((shares[other] ?? 0) - (other === thing ? 1 : 0))
    shares[other] = wrong < NEGLIGIBLE && wrong > -NEGLIGIBLE ? 0 : wrong
  }
  return shares
}

interface Learning {
  readonly model: EntryModel
  readonly squares: Float32Array // of the steps so far, one for each user
  readonly wrong: Float64Array
}

function correct(feature: number, value: number, { model, squares, wrong }: Learning): void {
  const { starts, users, weights } = model
  const end = starts[feature + 1] ?? 0
  for (let at = starts[feature] ?? 0; at < end; at++) {
    const off = wrong[users[at] ?? 0] ?? 0
    if (off === 0) continue
    const gradient = off * value
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = (weights[at] ?? 0) - (STEP * gradient) / Math.sqrt(square)
  }
}

function scoreInto(scores: Float64Array, vector: Vector, { starts, users, weights }: EntryModel): void {
  for (let i = 0; i < vector.features.length; i++) {
    const feature = vector.features[i] ?? 0
    const value = vector.weights[i] ?? 0
    const end = starts[feature + 1] ?? 0
    for (let at = starts[feature] ?? 0; at < end; at++) {
      const thing = users[at] ?? 0
      scores[thing] = (scores[thing] ?? 0) + value * (weights[at] ?? 0)
    }
  }
}
