import { fold } from './fold.ts'

/** A number or a word of a message. `glued`: nothing stood between it and the token before ("1tr5"). */
export type Token = NumberToken | WordToken

export interface NumberToken {
  readonly kind: 'number'
  readonly value: number
  readonly raw: string // as typed; empty when spelt out in words
  readonly hundreds: boolean // said with "trăm" or "chục": thousands may go unsaid
  readonly glued: boolean
}

interface WordToken {
  readonly kind: 'word'
  readonly text: string // folded
  readonly marked: string // lower case with the marks as typed
  readonly glued: boolean
}

const spacedThousands = /(?<![\d.,])([1-9]\d{0,2})((?: \d{3})+)(?![\d.,])/g
const pieces = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\d\p{L}]/gu

/** What answers a question about a number is said in its first words; a pasted page is not read to its end. */
const MOST_TOKENS = 300

/** Cuts a message into numbers and words; marks such as "/" and "%" are words. */
export function tokensOf(text: string): readonly Token[] {
  const clean = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b]+/g, ' ')
    .replace(spacedThousands, joinThousands)
  return [...clean.matchAll(pieces)].slice(0, MOST_TOKENS).map(({ 0: piece, index }) => {
    const glued = index > 0 && clean[index - 1] !== ' '
    const value = numberOf(piece)
    if (value !== undefined) return { kind: 'number', value, raw: piece, hundreds: false, glued }
    return { kind: 'word', text: fold(piece), marked: piece, glued }
  })
}

/** "1 500 000" and "330 000" are one number; "500 600" are two. */
function joinThousands(run: string, first: string, groups: string): string {
  const isOne = groups.length > 4 || groups.endsWith('000')
  return isOne ? first + groups.replaceAll(' ', '.') : run
}

/** Vietnamese writing: a dot or comma before exactly three digits groups thousands, otherwise it is a decimal sign. */
function numberOf(raw: string): number | undefined {
  if (/^\d+$/.test(raw)) return Number(raw)
  if (/^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(raw)) return Number(raw.replace(/[.,]/g, ''))
  if (/^\d+[.,]\d+$/.test(raw)) return Number(raw.replace(',', '.'))
  return /^[1-9]\d{0,2}(?:\.\d{3})+,00?$/.test(raw)
    ? Number(raw.split(',')[0]?.replaceAll('.', ''))
    : undefined
}

/** Is this token one of these words? A word typed with other tone marks ("từ" for "tư") is another word. */
export function isWord(token: Token | undefined, ...spellings: readonly string[]): boolean {
  if (token?.kind !== 'word') return false
  return spellings.some(
    (spelling) =>
      token.marked === spelling || (token.marked === token.text && folded(spelling) === token.text),
  )
}

export function isNumber(token: Token | undefined): token is NumberToken {
  return token?.kind === 'number'
}

const foldedSpellings = new Map<string, string>()

/** The spellings are a fixed, short list, so each is folded once. */
function folded(spelling: string): string {
  const known = foldedSpellings.get(spelling) ?? fold(spelling)
  foldedSpellings.set(spelling, known)
  return known
}
