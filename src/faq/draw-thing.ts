import { featuresOf, type Feature } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { readQuery } from './read-query.ts'
import type { Word } from './word.ts'

/** A findable thing read the way a message is read. */
export interface Drawn {
  readonly thing: Findable
  readonly asks: readonly (readonly Feature[])[] // title included
  readonly body: readonly string[] // words the ways of asking do not use
  readonly sentences: readonly (readonly Feature[])[] // of the body
  readonly marked: ReadonlyMap<string, ReadonlySet<string>> // plain word → its spellings with marks
}

/** Words in a sentence of an answer that teaches something. */
const SHORTEST = 4

export function drawThing(thing: Findable, lexicon: Lexicon): Drawn {
  const read = (text: string) => readQuery(text, lexicon).clauses.map(({ words }) => words)
  const draw = (clauses: readonly (readonly Word[])[]) =>
    clauses.flatMap((words) => featuresOf(words, lexicon))
  const title = read(thing.title)
  const clauses = [...thing.asks.map(read), title]
  const asks = clauses.map(draw).filter((features) => features.length > 0)
  const asked = new Set(asks.flat().map(({ key }) => key))
  const body = read(thing.body)
  const inBody = new Set(body.flatMap((words) => words.map(({ plain }) => plain)))
  return {
    thing,
    asks,
    body: [...inBody].filter((plain) => !asked.has(plain)),
    sentences: body.filter(({ length }) => length >= SHORTEST).map((words) => featuresOf(words, lexicon)),
    marked: spellings(clauses.flat(2)),
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
