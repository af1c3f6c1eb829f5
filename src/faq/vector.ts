import type { Rarity } from './rarity.ts'

/** A text as feature numbers and weights; the weights have length one together. */
export interface Vector {
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** A text of ours: its features, each worth what its rarity says. */
export function textVector(features: readonly number[], { worth }: Rarity): Vector {
  return unitVector(
    features,
    features.map((known) => worth[known] ?? 0),
  )
}

export function unitVector(features: readonly number[], weights: readonly number[]): Vector {
  const length = Math.hypot(...weights) || 1
  return {
    features: Int32Array.from(features),
    weights: Float32Array.from(weights, (weight) => weight / length),
  }
}

/** Several texts in one row, so that they are read from one stretch of memory. */
export interface VectorTable {
  readonly starts: Int32Array // where each text begins; one more at the end
  readonly features: Int32Array
  readonly weights: Float32Array
}

export function vectorTable(vectors: readonly Vector[]): VectorTable {
  const starts = new Int32Array(vectors.length + 1)
  for (const [i, { features }] of vectors.entries()) starts[i + 1] = (starts[i] ?? 0) + features.length
  const length = starts[vectors.length] ?? 0
  const table = { starts, features: new Int32Array(length), weights: new Float32Array(length) }
  for (const [i, { features, weights }] of vectors.entries()) {
    table.features.set(features, starts[i])
    table.weights.set(weights, starts[i])
  }
  return table
}
