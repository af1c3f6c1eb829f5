import { deserialize, serialize } from 'node:v8'
import type { EntryModel } from '../faq/entry-model.ts'
import type { IndexedWords, MadeIndex } from '../faq/search-index.ts'
import type { MadeSearch } from '../faq/search.ts'
import type { TopicModel } from '../faq/topic-model.ts'
import { inParts } from './in-parts.ts'

const ITEMS_AT_ONCE = 50
const NAMES_AT_ONCE = 2_000

/**
 * A search index on its way from one thread to another: the large tables as they are, given away and not copied; the
 * rest as bytes in small parts, so that whoever takes it in can put it down between them.
 */
export interface HandedIndex {
  readonly topicModel: TopicModel
  readonly entryModel: EntryModel
  readonly worth: Float32Array
  readonly rest: Uint8Array // the small fields
  readonly names: readonly Uint8Array[] // of features, with their numbers
  readonly items: readonly Uint8Array[]
}
type Rest = Pick<MadeSearch, 'counts'> &
  Pick<MadeIndex, 'topics' | 'spellings'> &
  Pick<MadeIndex['rarity'], 'worthOfUnknown'>

/** `moved`: what is given away with the message. */
export function handedIndex({ counts, index }: MadeSearch) {
  const { items, topics, spellings, rarity, topicModel, entryModel } = index
  const { starts, users, weights } = entryModel
  const rest: Rest = { counts, topics, spellings, worthOfUnknown: rarity.worthOfUnknown }
  // What was read from disk is a window on a whole file: what is given away is copied first.
  const handed: HandedIndex = {
    topicModel: { ...topicModel, weights: topicModel.weights.slice() },
    entryModel: { ...entryModel, starts: starts.slice(), users: users.slice(), weights: weights.slice() },
    worth: rarity.worth.slice(),
    rest: new Uint8Array(serialize(rest)),
    names: [...inParts([...rarity.number], NAMES_AT_ONCE)],
    items: [...inParts(items, ITEMS_AT_ONCE)],
  }
  const { topicModel: topic, entryModel: entry, worth } = handed
  const tables = [topic.weights, entry.starts, entry.users, entry.weights, worth]
  const moved = [...tables, handed.rest, ...handed.names, ...handed.items].map(({ buffer }) => buffer)
  return { handed, moved: moved as ArrayBuffer[] } // all made above
}

/** Takes in what was handed over, a part a step. */
export function* takenIn({
  topicModel,
  entryModel,
  worth,
  ...parts
}: HandedIndex): Generator<undefined, MadeSearch> {
  const { counts, topics, spellings, worthOfUnknown } = deserialize(parts.rest) as Rest // written above, as the others
  const number = new Map<string, number>()
  for (const part of parts.names) {
    for (const [name, place] of deserialize(part) as [string, number][]) number.set(name, place)
    yield
  }
  const items: IndexedWords[] = []
  for (const part of parts.items) {
    items.push(...(deserialize(part) as IndexedWords[]))
    yield
  }
  const rarity = { number, worth, worthOfUnknown }
  return { counts, index: { items, topics, spellings, rarity, topicModel, entryModel } }
}
