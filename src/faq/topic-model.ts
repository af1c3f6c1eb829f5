import type { Vector } from './search-index.ts'

const ROUNDS = 2
const STEP = 1
const NEGLIGIBLE = 1e-3

/** Which topic a text is about, learnt from the ways of asking: one weight per feature and topic. */
export interface TopicModel {
  /** For every topic, the logarithm of how likely it is; `features` come with weights of length one together. */
  likelihood(vector: Vector): Float64Array
}

export interface Sample {
  readonly vector: Vector
  readonly topic: number
}

/**
 * Multinomial logistic regression by AdaGrad, two rounds over the samples in a fixed shuffled order: the same samples
 * always give the same model. It learns what sets neighbouring topics apart, which counting alone does not.
 */
export function learnTopics(
  samples: readonly Sample[],
  featureCount: number,
  topicCount: number,
): TopicModel {
  const weights = new Float32Array(featureCount * topicCount)
  const seen = new Float32Array(featureCount * topicCount).fill(NEGLIGIBLE)
  const step = (feature: number, topic: number, gradient: number) => {
    const at = feature * topicCount + topic
    const squares = (seen[at] ?? 0) + gradient * gradient
    seen[at] = squares
    weights[at] = (weights[at] ?? 0) - (STEP * gradient) / Math.sqrt(squares)
  }
  for (let turn = 0; turn < ROUNDS * samples.length; turn++) {
    const sample = samples[(turn * strideFor(samples.length)) % samples.length]
    if (sample) learnOne(sample, likelihoodOf(sample.vector, weights, topicCount), step)
  }
  return { likelihood: (vector) => likelihoodOf(vector, weights, topicCount) }
}

function learnOne(
  { vector, topic }: Sample,
  likelihood: Float64Array,
  step: (feature: number, topic: number, gradient: number) => void,
): void {
  for (let other = 0; other < likelihood.length; other++) {
    const off = Math.exp(likelihood[other] ?? 0) - (other === topic ? 1 : 0)
    if (Math.abs(off) < NEGLIGIBLE) continue
    for (let i = 0; i < vector.features.length; i++)
      step(vector.features[i] ?? 0, other, off * (vector.weights[i] ?? 0))
  }
}

function likelihoodOf({ features, weights }: Vector, learnt: Float32Array, topicCount: number): Float64Array {
  const sums = new Float64Array(topicCount)
  for (let i = 0; i < features.length; i++) {
    const weight = weights[i] ?? 0
    const row = (features[i] ?? 0) * topicCount
    for (let topic = 0; topic < topicCount; topic++)
      sums[topic] = (sums[topic] ?? 0) + weight * (learnt[row + topic] ?? 0)
  }
  const most = sums.reduce((one, other) => Math.max(one, other), -Infinity)
  const total = sums.reduce((sum, one) => sum + Math.exp(one - most), 0)
  return sums.map((one) => one - most - Math.log(total))
}

/** A stride that visits every sample once a round, far from its neighbours: prime to the length. */
function strideFor(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.618))
  while (gcd(stride, length) !== 1) stride++
  return stride
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
