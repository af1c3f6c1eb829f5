import { isSyllable } from './syllable.ts'

/** The longest syllable has seven letters, each typed with a mark and a tone key; what is longer is no syllable. */
const LONGEST = 16

/**
 * What a keyboard left behind, undone: Telex ("hoij", "dduwowcj"), VNI ("nguye65n") and held keys ("khonggg").
 * Works on one folded token and answers the folded syllable, or undefined when no repair makes one.
 */
export function repairTyping(token: string): string | undefined {
  return candidates(token).find((candidate) => candidate !== token && isSyllable(candidate))
}

function candidates(token: string): string[] {
  const short = token.replace(/(.)\1{2,}/g, '$1')
  const letters = /^[a-z]+\d[a-z\d]*$/.test(short) ? fromVni(short) : short
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST) return []
  const plain = letters.replace(/([aeiou])\1+|(d)d+/g, '$1$2')
  const once = letters.replace(/(.)\1+/g, '$1')
  return [letters, plain, ...fromTelex(plain), once, ...fromTelex(once)]
}

function fromVni(token: string): string {
  return token.replace(/\d+/g, '')
}

/** One tone letter after the first vowel goes, every "w" becomes the vowel it stood for. */
function fromTelex(token: string): string[] {
  const horned = [token.replace(/w/g, ''), token.replace(/w/g, 'u').replace(/uu/g, 'u')]
  return [...horned, ...horned.flatMap(withoutTone)]
}

function withoutTone(token: string): string[] {
  const vowel = token.search(/[aeiouy]/)
  if (vowel < 0) return []
  return [...token]
    .map((letter, i) => ({ letter, i }))
    .filter(({ letter, i }) => i > vowel && /[fsrxjz]/.test(letter))
    .reverse()
    .map(({ i }) => token.slice(0, i) + token.slice(i + 1))
    .map((rest) => rest.replace(/([aeiou])\1+/g, '$1'))
}
