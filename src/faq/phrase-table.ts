import { marksAgree, type Word } from './word.ts'

/** Phrases by their first word, longest first: what stands at a place in a row of words, in one look-up. */
export interface PhraseTable<T> {
  at(words: readonly Word[], start: number): { readonly length: number; readonly value: T } | undefined
}

export interface Phrase<T> {
  readonly words: readonly Word[]
  readonly value: T
}

/** Is a lone word of the table this word? Longer phrases forgive a wrong mark, a lone word cannot. */
export type LoneWord = (phrase: Word, here: Word) => boolean

export function phraseTable<T>(phrases: readonly Phrase<T>[], sameAlone: LoneWord): PhraseTable<T> {
  const byFirst = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases.toSorted((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0]?.plain ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  return {
    at(words, start) {
      const candidates = byFirst.get(words[start]?.plain ?? '')
      const found = candidates?.find((phrase) => standsAt(phrase.words, words, start, sameAlone))
      return found && { length: found.words.length, value: found.value }
    },
  }
}

/** "mô" is neither "mổ" nor, in a message without marks, "mo". */
export function exactlySame(phrase: Word, here: Word): boolean {
  return phrase.plain === here.plain && (phrase.marked ?? phrase.plain) === (here.marked ?? here.plain)
}

function standsAt(
  phrase: readonly Word[],
  words: readonly Word[],
  start: number,
  sameAlone: LoneWord,
): boolean {
  const [first] = phrase
  const here = words[start]
  if (!first || !here) return false
  if (phrase.length === 1) return sameAlone(first, here)
  let agreeing = 0
  for (const [i, word] of phrase.entries()) {
    const found = words[start + i]
    if (found?.plain !== word.plain) return false
    if (marksAgree(word, found)) agreeing++
  }
  return agreeing > 0
}
