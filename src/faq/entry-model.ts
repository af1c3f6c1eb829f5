import type { Vector } from './search-index.ts'
import { strideFor } from './stride.ts'

const STEP = 0.5
const NEGLIGIBLE = 0.002
const FIRST_SQUARE = 1e-3

/** Samples looked at while learning: enough for some hundred entries, and bounded for thousands. */
const VISITS = 48_000

/** Which thing a text means, learnt from the things' own words. */
export interface EntryModel {
  /** For every thing, the logarithm of how likely it is; the vector has length one. */
  readonly likelihood: (vector: Vector) => Float64Array
}

export interface EntrySample {
  readonly vector: Vector
  readonly thing: number
  readonly worth: number // how much this text teaches, 0 to 1
}

/** What is learnt about one feature: one weight for each thing that uses it, and the squares of its steps so far. */
interface Row {
  readonly things: Int32Array
  readonly weights: Float32Array
  readonly squares: Float32Array
}

/**
 * Multinomial logistic regression by AdaGrad with a weight only where a thing uses a feature: as small as an index of
 * words, so it stays flat to thousands of things. The same samples always give the same model.
 */
export function learnEntries(samples: readonly EntrySample[], features: number, things: number): EntryModel {
  const rows = emptyRows(samples, features)
  const stride = strideFor(samples.length)
  const visits = Math.max(VISITS, samples.length)
  for (let turn = 0; turn < visits; turn++) {
    const sample = samples[(turn * stride) % samples.length]
    if (sample) learnOne(sample, rows, likelihoodOf(sample.vector, rows, things))
  }
  return { likelihood: (vector) => likelihoodOf(vector, rows, things) }
}

function emptyRows(samples: readonly EntrySample[], features: number): readonly Row[] {
  const users = Array.from({ length: features }, () => new Set<number>())
  for (const { vector, thing } of samples) for (const feature of vector.features) users[feature]?.add(thing)
  return users.map((things) => ({
    things: Int32Array.from(things),
    weights: new Float32Array(things.size),
    squares: new Float32Array(things.size).fill(FIRST_SQUARE),
  }))
}

function learnOne(
  { vector, thing, worth }: EntrySample,
  rows: readonly Row[],
  likelihood: Float64Array,
): void {
  for (let other = 0; other < likelihood.length; other++)
    likelihood[other] = worth * (Math.exp(likelihood[other] ?? 0) - (other === thing ? 1 : 0))
  for (let i = 0; i < vector.features.length; i++) {
    const row = rows[vector.features[i] ?? 0]
    if (row) correct(row, vector.weights[i] ?? 0, likelihood)
  }
}

function correct({ things, weights, squares }: Row, value: number, off: Float64Array): void {
  for (let i = 0; i < things.length; i++) {
    const wrong = off[things[i] ?? 0] ?? 0
    if (wrong < NEGLIGIBLE && wrong > -NEGLIGIBLE) continue
    const gradient = wrong * value
    const square = (squares[i] ?? 0) + gradient * gradient
    squares[i] = square
    weights[i] = (weights[i] ?? 0) - (STEP * gradient) / Math.sqrt(square)
  }
}

function likelihoodOf({ features, weights }: Vector, rows: readonly Row[], things: number): Float64Array {
  const sums = new Float64Array(things)
  for (let i = 0; i < features.length; i++) {
    const row = rows[features[i] ?? 0]
    const value = weights[i] ?? 0
    if (!row) continue
    for (let k = 0; k < row.things.length; k++) {
      const thing = row.things[k] ?? 0
      sums[thing] = (sums[thing] ?? 0) + value * (row.weights[k] ?? 0)
    }
  }
  return toLogarithms(sums)
}

/** Scores into logarithms of shares that sum to one, in place. */
export function toLogarithms(sums: Float64Array): Float64Array {
  let most = -Infinity
  for (const sum of sums) if (sum > most) most = sum
  let total = 0
  for (const sum of sums) total += Math.exp(sum - most)
  const shift = most + Math.log(total)
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) - shift
  return sums
}
