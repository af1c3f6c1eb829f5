/** One word of a place name: how we compare it, how it was marked and typed, and whether a comma stands before it. */
export interface PlaceWord {
  readonly key: string
  readonly marked: string
  readonly typed: string // as typed, in small letters
  readonly opens: boolean
}

/** Latin letters with and without marks, or digits; a comma before them is kept apart. Ranges, for speed. */
const pieces = /([,;/\n(]\s*)?([a-z\u00df-\u024f\u1e00-\u1eff\u0300-\u036f]+|\d+)/g
const marks = /[\u0300-\u036f]/g
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Cuts text into comparable words: "TP.Vinh" → tp vinh, "q1" → q 1. Marks are kept apart for breaking ties;
 * old and new tone placement ("Hoà", "Hòa") and i for y ("Kì", "Kỳ") count as the same.
 */
export function placeWords(text: string): readonly PlaceWord[] {
  const found = text.normalize('NFC').toLowerCase().matchAll(pieces)
  return [...found].map(([, comma, piece = '']) => ({
    key: keyOf(piece),
    marked: markedOf(piece),
    typed: piece,
    opens: comma !== undefined,
  }))
}

/** The words of a name as one key for look-up. */
export function placeKey(words: readonly PlaceWord[]): string {
  return words.map(({ key }) => key).join(' ')
}

export function placeMarks(words: readonly PlaceWord[]): string {
  return words.map(({ marked }) => marked).join(' ')
}

function keyOf(word: string): string {
  const plain = word.normalize('NFD').replace(marks, '').replaceAll('đ', 'd')
  return iForY(/^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain)
}

/** The letters with their own marks first, then the tone, wherever it was written. */
function markedOf(word: string): string {
  const letters = word.normalize('NFD')
  const tone = letters.match(tones) ?? []
  return iForY(letters.replace(tones, '')) + tone.join('')
}

function iForY(word: string): string {
  if (!word.includes('y')) return word.replace(/^qui$/, 'quy')
  return word.replace(/^qui$/, 'quy').replace(/(?<![aeou\u0302\u0306\u031b])y$/, 'i')
}
