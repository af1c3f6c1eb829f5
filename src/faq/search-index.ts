import { drawThing, type Drawn } from './draw-thing.ts'
import { learnEntries, type EntryModel, type EntrySample } from './entry-model.ts'
import { noFeatures } from './feature-numbers.ts'
import { featuresOf, type Feature } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { rarity, type Rarity } from './rarity.ts'
import { sortedNumbers } from './sorted-numbers.ts'
import { numberSpellings, type Spellings, type Spelled } from './spellings.ts'
import { learnTopics, type TopicModel } from './topic-model.ts'
import { textVector, vectorTable, type Vector, type VectorTable } from './vector.ts'

const SENTENCE_TEACHES = 0.4

/** One findable thing, ready to be compared. */
export interface Indexed {
  readonly thing: Findable
  readonly phrasings: VectorTable
  readonly words: Int32Array // features of all its texts, sorted
  readonly spelled: Spelled
}

/** Built once, read by every question; plain data throughout, so that it can be kept and read back. */
export interface SearchIndex {
  readonly items: readonly Indexed[]
  readonly topics: Int32Array // of the items, by number
  readonly rarity: Rarity
  readonly spellings: Spellings
  readonly topicModel: TopicModel
  readonly entryModel: EntryModel
}

export function buildIndex(things: readonly Findable[], lexicon: Lexicon): SearchIndex {
  const numbers = noFeatures()
  const drawn = things.map((thing) => drawThing(thing, lexicon, numbers))
  const known = rarity(drawn, numbers)
  const { spellings, spelledBy } = numberSpellings(drawn.map(({ marked }) => marked))
  const topicNames = [...new Set(things.map(mainTopic))]
  const topics = Int32Array.from(things, (thing) => topicNames.indexOf(mainTopic(thing)))
  const asks = drawn.map((one) => one.asks.map((features) => textVector(features, known)))
  const ownerOf = (i: number) => things[i]?.id ?? ''
  const samples = asks.flatMap((vectors, i) =>
    vectors.map((vector) => ({ vector, topic: topics[i] ?? 0, owner: ownerOf(i) })),
  )
  const features = numbers.kinds.length
  return {
    items: things.map((thing, i) => indexed(thing, asks[i] ?? [], drawn[i], spelledBy(i))),
    ...{ topics, rarity: known, spellings },
    topicModel: learnTopics(samples, features, topicNames.length),
    entryModel: learnEntries(entrySamples({ things, asks, drawn }, known, lexicon), features, things.length),
  }
}

function indexed(
  thing: Findable,
  asks: readonly Vector[],
  drawn: Drawn | undefined,
  spelled: Spelled,
): Indexed {
  const words = sortedNumbers([...(drawn?.asks.flat() ?? []), ...(drawn?.body ?? [])])
  return { thing, phrasings: vectorTable(asks), words, spelled }
}

/** Ways of asking teach in full, sentences of the answer less: an answer also speaks of its neighbours. */
function entrySamples(
  { things, asks, drawn }: Texts,
  known: Rarity,
  lexicon: Lexicon,
): readonly EntrySample[] {
  return things.flatMap(({ id: owner }, thing) => [
    ...(asks[thing] ?? []).map((vector) => ({ vector, thing, owner, worth: 1 })),
    ...(drawn[thing]?.sentences ?? []).map((words) => ({
      ...{ thing, owner, worth: SENTENCE_TEACHES },
      vector: textVector(knownFeatures(featuresOf(words, lexicon), known), known),
    })),
  ])
}

interface Texts {
  readonly things: readonly Findable[]
  readonly asks: readonly (readonly Vector[])[]
  readonly drawn: readonly Drawn[]
}

function knownFeatures(features: readonly Feature[], { number }: Rarity): readonly number[] {
  return [...new Set(features.flatMap(({ key }) => number.get(key) ?? []))]
}

export function mainTopic({ topics, id }: Findable): string {
  return topics[0] ?? id
}
