import type { Lexicon } from './lexicon.ts'
import type { Word } from './word.ts'

/** What kind of evidence a feature is. */
export type Evidence = 'word' | 'pair' | 'near'

export interface Feature {
  readonly key: string
  readonly kind: Evidence
  readonly sure: number
}

/** Words, neighbouring words, and groups of words with one meaning. */
export function featuresOf(words: readonly Word[], lexicon: Lexicon): readonly Feature[] {
  const found: Feature[] = []
  let before: Word | undefined
  for (const [i, word] of words.entries()) {
    found.push({ key: word.plain, kind: 'word', sure: word.sure })
    if (before) {
      const key = `${before.plain} ${word.plain}`
      found.push({ key, kind: 'pair', sure: Math.min(word.sure, before.sure) })
    }
    const near = lexicon.near.at(words, i)
    if (near) found.push({ key: near.value, kind: 'near', sure: word.sure })
    before = word
  }
  return found
}
