import { hasNumber, sortedNumbers } from './sorted-numbers.ts'
import type { Word } from './word.ts'

/** Every word our texts write with marks, by number: both as "đóng" and as the "dong" it folds to. */
export interface Spellings {
  readonly plain: ReadonlyMap<string, number>
  readonly marked: ReadonlyMap<string, number>
}

/** The spellings one thing uses, sorted. */
export interface Spelled {
  readonly plain: Int32Array
  readonly marked: Int32Array
}

/** One word of a message by its numbers: -1 where our texts do not spell it so anywhere. */
interface Typed {
  readonly plain: number
  readonly marked: number
}

type Marked = ReadonlyMap<string, ReadonlySet<string>> // plain word → its spellings with marks

export function numberSpellings(texts: readonly Marked[]) {
  const spellings = { plain: new Map<string, number>(), marked: new Map<string, number>() }
  const spelled = texts.map((marked) => ({
    plain: sortedNumbers([...marked.keys()].map((one) => numberFor(one, spellings.plain))),
    marked: sortedNumbers(
      [...marked.values()].flatMap((set) => [...set].map((one) => numberFor(one, spellings.marked))),
    ),
  }))
  const none: Spelled = { plain: new Int32Array(), marked: new Int32Array() }
  return { spellings, spelledBy: (i: number): Spelled => spelled[i] ?? none }
}

function numberFor(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}

/** The words of a message that were typed with marks and that our texts know. */
export function typedWith(words: readonly Word[], { plain, marked }: Spellings): readonly Typed[] {
  return words.flatMap((word) => {
    const known = word.marked === undefined ? undefined : plain.get(word.plain)
    return known === undefined ? [] : [{ plain: known, marked: marked.get(word.marked ?? '') ?? -1 }]
  })
}

/** Share of the words known here whose typed marks are never the marks used here: "đông" for "đóng". */
export function disagreeing({ plain, marked }: Spelled, typed: readonly Typed[]): number {
  let shared = 0
  let wrong = 0
  for (const word of typed) {
    if (!hasNumber(plain, word.plain)) continue
    shared++
    if (!hasNumber(marked, word.marked)) wrong++
  }
  return shared === 0 ? 0 : wrong / shared
}
