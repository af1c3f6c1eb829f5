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

/** The words of one findable thing, ready to be compared. */
export interface IndexedWords {
  readonly phrasings: VectorTable
  readonly words: Int32Array // features of all its texts, sorted
  readonly spelled: Spelled
}

export interface Indexed extends IndexedWords {
  readonly thing: Findable
}

/** Built once, read by every question. */
export interface SearchIndex extends Omit<MadeIndex, 'items'> {
  readonly items: readonly Indexed[]
}

/** Plain data throughout, without the things themselves, so that it can be kept and read back. */
export interface MadeIndex {
  readonly items: readonly IndexedWords[] // in the order of the things
  readonly topics: Int32Array // of the items, by number
  readonly rarity: Rarity
  readonly spellings: Spellings
  readonly topicModel: TopicModel
  readonly entryModel: EntryModel
}

export function buildIndex(things: readonly Findable[], lexicon: Lexicon): MadeIndex {
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
    items: things.map((_, i) => indexed(asks[i] ?? [], drawn[i], spelledBy(i))),
    ...{ topics, rarity: known, spellings },
    topicModel: learnTopics(samples, features, topicNames.length),
    entryModel: learnEntries(entrySamples({ things, asks, drawn }, known, lexicon), features, things.length),
  }
}

function indexed(asks: readonly Vector[], drawn: Drawn | undefined, spelled: Spelled): IndexedWords {
  const words = sortedNumbers([...(drawn?.asks.flat() ?? []), ...(drawn?.body ?? [])])
  return { phrasings: vectorTable(asks), words, spelled }
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
