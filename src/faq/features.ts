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
  return words.flatMap((word, i) => {
    const before = words[i - 1]
    const near = lexicon.near.at(words, i)
    const found: Feature[] = [{ key: word.plain, kind: 'word', sure: word.sure }]
    if (before)
      found.push({
        key: `${before.plain} ${word.plain}`,
        kind: 'pair',
        sure: Math.min(word.sure, before.sure),
      })
    if (near) found.push({ key: near.value, kind: 'near', sure: word.sure })
    return found
  })
}
