import { drawThing, type Drawn } from './draw-thing.ts'
import { learnEntries, type EntryModel, type EntrySample } from './entry-model.ts'
import type { Feature } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { rarity, type Rarity } from './rarity.ts'
import { learnTopics, type TopicModel } from './topic-model.ts'

const SENTENCE_TEACHES = 0.4

/** A text as feature numbers and weights; the weights have length one together. */
export interface Vector {
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** One findable thing, ready to be compared. */
export interface Indexed {
  readonly thing: Findable
  readonly phrasings: readonly Vector[]
  readonly topic: number
  readonly words: ReadonlySet<number> // features of all its texts
  readonly marked: ReadonlyMap<string, ReadonlySet<string>>
}

/** Built once, read by every question. */
export interface SearchIndex {
  readonly items: readonly Indexed[]
  readonly rarity: Rarity
  readonly topicModel: TopicModel
  readonly entryModel: EntryModel
}

export function buildIndex(things: readonly Findable[], lexicon: Lexicon): SearchIndex {
  const drawn = things.map((thing) => drawThing(thing, lexicon))
  const known = rarity(drawn)
  const topics = [...new Set(things.map(mainTopic))]
  const topicNumber = new Map(topics.map((topic, i) => [topic, i]))
  const topicOf = things.map((thing) => topicNumber.get(mainTopic(thing)) ?? 0)
  const items = drawn.map(({ thing, asks, body, marked }, i) => ({
    thing,
    phrasings: asks.map((features) => unitVector(features, known)),
    topic: topicOf[i] ?? 0,
    words: numbersOf([...asks.flat().map(({ key }) => key), ...body], known),
    marked,
  }))
  const samples = items.flatMap(({ phrasings, topic }) => phrasings.map((vector) => ({ vector, topic })))
  return {
    items,
    rarity: known,
    topicModel: learnTopics(samples, known.number.size, topics.length),
    entryModel: learnEntries(entrySamples(drawn, items, known), known.number.size, items.length),
  }
}

/** Ways of asking teach in full, sentences of the answer less: an answer also speaks of its neighbours. */
function entrySamples(
  drawn: readonly Drawn[],
  items: readonly Indexed[],
  known: Rarity,
): readonly EntrySample[] {
  return drawn.flatMap(({ sentences }, thing) => [
    ...(items[thing]?.phrasings ?? []).map((vector) => ({ vector, thing, worth: 1 })),
    ...sentences.map((features) => ({ vector: unitVector(features, known), thing, worth: SENTENCE_TEACHES })),
  ])
}

export function mainTopic({ topics, id }: Findable): string {
  return topics[0] ?? id
}

function numbersOf(keys: readonly string[], { number }: Rarity): ReadonlySet<number> {
  return new Set(keys.flatMap((key) => number.get(key) ?? []))
}

function unitVector(features: readonly Feature[], { number, worth }: Rarity): Vector {
  const numbers = [...new Set(features.flatMap(({ key }) => number.get(key) ?? []))]
  const weights = numbers.map((known) => worth[known] ?? 0)
  const length = Math.hypot(...weights) || 1
  return {
    features: Int32Array.from(numbers),
    weights: Float32Array.from(weights, (weight) => weight / length),
  }
}
