import { toLogarithms, toShares } from './shares.ts'
import { scattered } from './scattered.ts'
import type { Vector } from './vector.ts'

const ROUNDS = 6
const VISITS = 24_000 // samples looked at while learning, when there are many: never less than one round
const STEP = 1
const NEGLIGIBLE = 0.005
const FIRST_SQUARE = 1e-3

/** Which topic a text is about, learnt from the ways of asking. */
export interface TopicModel {
  readonly topics: number // how many there are
  readonly weights: Float32Array // one per feature (a row) and topic
}

export interface Sample {
  readonly vector: Vector
  readonly topic: number
  readonly owner: string // id of the thing whose way of asking it is
}

/**
 * Multinomial logistic regression by AdaGrad, some rounds over the samples in a fixed scattered order: the same samples
 * always give the same model. It learns what sets neighbouring topics apart, which counting alone does not.
 */
export function learnTopics(samples: readonly Sample[], features: number, topics: number): TopicModel {
  const model = { topics, weights: new Float32Array(features * topics) }
  const squares = new Float32Array(features * topics).fill(FIRST_SQUARE)
  const scores = new Float64Array(topics)
  const order = scattered(samples.map(({ owner }) => owner))
  const visits = Math.max(samples.length, Math.min(ROUNDS * samples.length, VISITS))
  for (let turn = 0; turn < visits; turn++) {
    const sample = samples[order[turn % samples.length] ?? 0]
    if (!sample) continue
    scoreInto(scores.fill(0), sample.vector, model)
    learnOne(sample, model, squares, toShares(scores))
  }
  return model
}

/** For every topic, the logarithm of how likely it is; the vector has length one. */
export function topicLikelihood(model: TopicModel, vector: Vector): Float64Array {
  const scores = new Float64Array(model.topics)
  scoreInto(scores, vector, model)
  return toLogarithms(scores)
}

function learnOne(
  { vector, topic }: Sample,
  { topics, weights }: TopicModel,
  squares: Float32Array,
  shares: Float64Array,
): void {
  for (let other = 0; other < topics; other++) {
    const wrong = (shares[other] ?? 0) - (other === topic ? 1 : 0)
    if (wrong < NEGLIGIBLE && wrong > -NEGLIGIBLE) continue
    for (let i = 0; i < vector.features.length; i++) {
      const at = (vector.features[i] ?? 0) * topics + other
      const gradient = wrong * (vector.weights[i] ?? 0)
      const square = (squares[at] ?? 0) + gradient * gradient
      squares[at] = square
      weights[at] = (weights[at] ?? 0) - (STEP * gradient) / Math.sqrt(square)
    }
  }
}

function scoreInto(scores: Float64Array, vector: Vector, { topics, weights }: TopicModel): void {
  for (let i = 0; i < vector.features.length; i++) {
    const value = vector.weights[i] ?? 0
    const row = (vector.features[i] ?? 0) * topics
    for (let topic = 0; topic < topics; topic++)
      scores[topic] = (scores[topic] ?? 0) + value * (weights[row + topic] ?? 0)
  }
}
