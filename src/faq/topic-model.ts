import { toLogarithms } from './entry-model.ts'
import type { Vector } from './search-index.ts'
import { strideFor } from './stride.ts'

const ROUNDS = 6
const STEP = 1
const NEGLIGIBLE = 0.005
const FIRST_SQUARE = 1e-3

/** Which topic a text is about, learnt from the ways of asking: one weight per feature and topic. */
export interface TopicModel {
  /** For every topic, the logarithm of how likely it is; the vector has length one. */
  readonly likelihood: (vector: Vector) => Float64Array
}

export interface Sample {
  readonly vector: Vector
  readonly topic: number
}

/** One weight, and the squares of its steps so far, per feature (a row) and topic. */
interface Learnt {
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly topics: number
}

/**
 * Multinomial logistic regression by AdaGrad, two rounds over the samples in a fixed scattered order: the same samples
 * always give the same model. It learns what sets neighbouring topics apart, which counting alone does not.
 */
export function learnTopics(samples: readonly Sample[], features: number, topics: number): TopicModel {
  const size = features * topics
  const learnt = {
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(FIRST_SQUARE),
    topics,
  }
  const stride = strideFor(samples.length)
  for (let turn = 0; turn < ROUNDS * samples.length; turn++) {
    const sample = samples[(turn * stride) % samples.length]
    if (sample) learnOne(sample, learnt)
  }
  const { weights } = learnt // the squares are not needed any more
  return { likelihood: (vector) => likelihoodOf(vector, weights, topics) }
}

function learnOne({ vector, topic }: Sample, learnt: Learnt): void {
  const likelihood = likelihoodOf(vector, learnt.weights, learnt.topics)
  for (let other = 0; other < likelihood.length; other++) {
    const off = Math.exp(likelihood[other] ?? 0) - (other === topic ? 1 : 0)
    if (off > NEGLIGIBLE || off < -NEGLIGIBLE) correct(vector, other, off, learnt)
  }
}

function correct({ features, weights }: Vector, topic: number, off: number, learnt: Learnt): void {
  for (let i = 0; i < features.length; i++) {
    const at = (features[i] ?? 0) * learnt.topics + topic
    const gradient = off * (weights[i] ?? 0)
    const squares = (learnt.squares[at] ?? 0) + gradient * gradient
    learnt.squares[at] = squares
    learnt.weights[at] = (learnt.weights[at] ?? 0) - (STEP * gradient) / Math.sqrt(squares)
  }
}

function likelihoodOf({ features, weights }: Vector, learnt: Float32Array, topics: number): Float64Array {
  const sums = new Float64Array(topics)
  for (let i = 0; i < features.length; i++) {
    const weight = weights[i] ?? 0
    const row = (features[i] ?? 0) * topics
    for (let topic = 0; topic < topics; topic++)
      sums[topic] = (sums[topic] ?? 0) + weight * (learnt[row + topic] ?? 0)
  }
  return toLogarithms(sums)
}
