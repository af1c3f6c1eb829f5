import { numbered, numberFor, type FeatureNumbers } from './feature-numbers.ts'
import { featuresOf } from './features.ts'
import type { Findable } from './findable.ts'
import type { Lexicon } from './lexicon.ts'
import { readQuery } from './read-query.ts'
import type { Word } from './word.ts'

/** A findable thing read the way a message is read; numbers are those of its features. */
export interface Drawn {
  readonly asks: readonly (readonly number[])[] // title included
  readonly body: readonly number[] // words the ways of asking do not use
  readonly sentences: readonly (readonly Word[])[] // of the body
  readonly marked: ReadonlyMap<string, ReadonlySet<string>> // plain word → its spellings with marks
}

/** Words in a sentence of an answer that teaches something. */
const SHORTEST = 4

/** Adds the thing's features to `numbers`. */
export function drawThing(thing: Findable, lexicon: Lexicon, numbers: FeatureNumbers): Drawn {
  const read = (text: string) => readQuery(text, lexicon).clauses.map(({ words }) => words)
  const clauses = [...thing.asks, thing.title].map(read)
  const asks = clauses
    .map((words) =>
      numbered(
        words.flatMap((clause) => featuresOf(clause, lexicon)),
        numbers,
      ),
    )
    .filter((features) => features.length > 0)
  const asked = new Set(asks.flat())
  const body = read(thing.body)
  const inBody = body.flatMap((words) => words.map(({ plain }) => numberFor(plain, 'word', numbers)))
  return {
    asks,
    body: [...new Set(inBody)].filter((number) => !asked.has(number)),
    sentences: body.filter(({ length }) => length >= SHORTEST),
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
