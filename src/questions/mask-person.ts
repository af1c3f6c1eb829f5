import { findNames } from './find-names.ts'
import type { KnownWords, Vocabulary } from './known-words.ts'
import { givenNames, placesFollow, titles } from './personal-words.ts'
import { type Token, tokensOf } from './token.ts'

const LONGEST = 400

/**
 * What a person asked, with everything left out that could be theirs: every number ("#"), every word our own texts do
 * not know, and whatever stands where a name or an address stands ("…"). It would rather lose a word of the question
 * than keep one of a name. A given name that, typed without marks, is spelt like a word of ours ("huong" is also
 * "hưởng") can stay, alone.
 */
export function maskPerson(said: string, known: KnownWords): string {
  const text = said.normalize('NFC')
  const tokens = tokensOf(text)
  const spelling: Spelling = /[^\x00-\x7f]/.test(text)
    ? { vocabulary: known.marked, of: (token) => token?.word, isName: () => false }
    : { vocabulary: known.bare, of: (token) => token?.bare, isName: ({ bare }) => givenNames.has(bare) }
  const { vocabulary, of } = spelling
  const names = findNames(tokens, (first, second) => vocabulary.isPair(of(first), of(second)))
  const kept = tokens.map((token, at) => {
    if (token.isNumber) return '#'
    return names.has(at) || !isOurs(tokens, at, spelling) ? '…' : token.word
  })
  const short = kept.filter((word, at) => (word !== '…' && word !== '#') || kept[at - 1] !== word)
  return [...short.join(' ')].slice(0, LONGEST).join('')
}

/** How this person types: with tone marks, or without. */
interface Spelling {
  readonly vocabulary: Vocabulary
  readonly of: (token: Token | undefined) => string | undefined
  readonly isName: (token: Token) => boolean // it could be somebody's, spelt without marks
}

/** Said by our own texts next to its neighbour here; or so often that it is nobody's. */
function isOurs(tokens: readonly Token[], at: number, { vocabulary, of, isName }: Spelling): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  const isAddressed = before !== undefined && (titles.has(before.bare) || placesFollow.has(before.bare))
  if (vocabulary.isPair(of(token), of(after))) return true
  if (vocabulary.isPair(of(before), of(token)) && !(isAddressed && token.isCapital)) return true
  return !token.isCapital && !isAddressed && !isName(token) && vocabulary.isCommon(of(token) ?? '')
}
