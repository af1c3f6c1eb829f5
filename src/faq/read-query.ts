import { clauseTexts } from './clauses.ts'
import type { Lexicon } from './lexicon.ts'
import { repairTyping } from './repair-typing.ts'
import { splitJoined } from './split-joined.ts'
import { isSyllable } from './syllable.ts'
import { tokens } from './tokens.ts'
import type { Clause, Word } from './word.ts'

const MOST_CORRECTIONS = 3
const CORRECTED = 0.8

/** A message as we understood it. `repaired` tells what was mended, for a person who asks why. */
export interface Query {
  readonly clauses: readonly Clause[]
  readonly repaired: readonly (readonly [typed: string, read: string])[]
}

/** Reads a message: mends typing, writes abbreviations out, drops politeness, finds the clauses that ask. */
export function readQuery(text: string, lexicon: Lexicon): Query {
  const repaired: (readonly [string, string])[] = []
  let corrections = MOST_CORRECTIONS
  const mend = (word: Word): readonly Word[] => {
    const mended = mendWord(word, lexicon, corrections > 0)
    if (mended[0]?.sure === CORRECTED) corrections--
    if (mended[0] !== word) repaired.push([word.plain, mended.map(({ plain }) => plain).join(' ')])
    return mended
  }
  const clauses = clauseTexts(text).flatMap((piece) =>
    rewrite(tokens(piece.text).flatMap(mend), lexicon, piece.questionMark),
  )
  return { clauses: clauses.filter(({ words }) => words.length > 0), repaired }
}

function mendWord(word: Word, lexicon: Lexicon, mayCorrect: boolean): readonly Word[] {
  const { plain } = word
  if (lexicon.knows(plain) || /\d{3}|^\d+$|_/.test(plain)) return [word]
  const retyped = repairTyping(plain)
  if (retyped !== undefined && (lexicon.knows(retyped) || !isSyllable(plain)))
    return [{ plain: retyped, sure: 1 }]
  if (isSyllable(plain)) return [word]
  const pieces = splitJoined(plain, lexicon.costOf)
  if (pieces) return pieces.map((piece) => ({ plain: piece, sure: 1 }))
  const corrected = mayCorrect ? lexicon.correct(plain) : undefined
  return [corrected === undefined ? word : { plain: corrected, sure: CORRECTED }]
}

/** One pass from left to right: abbreviations out, politeness away; "cho em hỏi" starts the question proper. */
function rewrite(typed: readonly Word[], lexicon: Lexicon, questionMark: boolean): readonly Clause[] {
  const clauses: { words: Word[]; asks: boolean }[] = [{ words: [], asks: false }]
  let at = 0
  while (at < typed.length) {
    const found = lexicon.rewrites.at(typed, at)
    if (found?.value.startsQuestion) clauses.push({ words: [], asks: true })
    const kept = found ? found.value.words : typed.slice(at, at + 1)
    clauses.at(-1)?.words.push(...kept)
    at += found?.length ?? 1
  }
  const last = clauses.length - 1
  return clauses.map(({ words, asks }, i) => ({
    words,
    asks: asks || (questionMark && i === last) || words.some((_, start) => lexicon.asking.at(words, start)),
  }))
}
