import { featuresOf, type Feature } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { readQuery } from './read-query.ts'
import type { Word } from './word.ts'

/** A findable thing read the way a message is read. */
export interface Drawn {
  readonly thing: Findable
  readonly asks: readonly (readonly Feature[])[] // title included
  readonly title: readonly Feature[]
  readonly body: readonly Feature[]
  readonly marked: ReadonlyMap<string, ReadonlySet<string>> // plain word → its spellings with marks
}

export function drawThing(thing: Findable, lexicon: Lexicon): Drawn {
  const wordsOf = (text: string) => readQuery(text, lexicon).clauses.map(({ words }) => words)
  const draw = (text: string) => wordsOf(text).flatMap((words) => featuresOf(words, lexicon))
  const asks = [...thing.asks, thing.title].map(draw).filter((features) => features.length > 0)
  const asked = new Set(asks.flat().map(({ key }) => key))
  const body = draw(thing.body).filter(({ kind, key }) => kind === 'word' && !asked.has(key))
  return {
    thing,
    asks,
    title: draw(thing.title),
    body,
    marked: spellings([...thing.asks, thing.title].flatMap(wordsOf).flat()),
  }
}

function spellings(words: readonly Word[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { plain, marked } of words) {
    if (marked === undefined) continue
    const known = found.get(plain) ?? new Set()
    found.set(plain, known.add(marked))
  }
  return found
}
