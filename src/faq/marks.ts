const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A token with its marks in one spelling: the tone goes to the end, so "hoà" and "hòa" are the same word.
 * Used to tell "đóng" from "đông" when a person did type the marks.
 */
export function withMarks(token: string): string {
  const letters = token.normalize('NFD')
  return letters.replace(TONES, '').normalize('NFC') + (letters.match(TONES) ?? []).join('')
}

/** Was this text typed with tone marks? One marked word in four is enough: the rest are words that carry none. */
export function isMarked(text: string): boolean {
  const words = text.match(/\S+/g) ?? []
  const marked = words.filter((word) => /[\u00c0-\u024f\u1e00-\u1eff]/.test(word))
  return marked.length * 4 >= words.length
}
