import { drawThing } from './draw-thing.ts'
import type { Feature } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { postings, type Postings } from './postings.ts'
import { rarity, type Rarity } from './rarity.ts'
import { learnTopics, type TopicModel } from './topic-model.ts'

/** A text as feature numbers and weights; the weights have length one together. */
export interface Vector {
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** One findable thing, ready to be compared. */
export interface Indexed {
  readonly thing: Findable
  readonly phrasings: readonly Vector[]
  readonly title: Vector
  readonly body: Int32Array
  readonly topic: number
  readonly marked: ReadonlyMap<string, ReadonlySet<string>>
}

/** Built once, read by every question. */
export interface SearchIndex {
  readonly items: readonly Indexed[]
  readonly topicCount: number
  readonly rarity: Rarity
  readonly byEntry: readonly Postings[]
  readonly byTopic: readonly Postings[]
  readonly topicModel: TopicModel
}

export function buildIndex(things: readonly Findable[], lexicon: Lexicon): SearchIndex {
  const drawn = things.map((thing) => drawThing(thing, lexicon))
  const known = rarity(drawn)
  const topics = [...new Set(things.map(mainTopic))]
  const topicNumber = new Map(topics.map((topic, i) => [topic, i]))
  const topicOf = things.map((thing) => topicNumber.get(mainTopic(thing)) ?? 0)
  const items = drawn.map(({ thing, asks, title, body, marked }, i) => ({
    thing,
    phrasings: asks.map((features) => unitVector(features, known)),
    title: unitVector(title, known),
    body: Int32Array.from(body, (key) => known.number.get(key) ?? 0),
    topic: topicOf[i] ?? 0,
    marked,
  }))
  const samples = items.flatMap(({ phrasings, topic }) => phrasings.map((vector) => ({ vector, topic })))
  return {
    items,
    topicCount: topics.length,
    rarity: known,
    byEntry: postings(drawn, [...things.keys()], known.number),
    byTopic: postings(drawn, topicOf, known.number),
    topicModel: learnTopics(samples, known.number.size, topics.length),
  }
}

export function mainTopic({ topics, id }: Findable): string {
  return topics[0] ?? id
}

function unitVector(features: readonly Feature[], { number, worth }: Rarity): Vector {
  const numbers = [...new Set(features.map(({ key }) => number.get(key) ?? 0))]
  const weights = numbers.map((known) => worth[known] ?? 0)
  const length = Math.hypot(...weights) || 1
  return {
    features: Int32Array.from(numbers),
    weights: Float32Array.from(weights, (weight) => weight / length),
  }
}
