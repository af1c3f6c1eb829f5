import { fold } from '../conversation/fold.ts'

/** One word of a question, and what it looks like. */
export interface Token {
  readonly word: string // lower case, as typed; "@" for what is no plain word
  readonly bare: string // its marks taken off
  readonly isNumber: boolean
  readonly isCapital: boolean // "Lan" inside a sentence
  readonly endsHere: boolean // a comma or a full stop follows
}

/** The words of a question, NFC. */
export function tokensOf(text: string): readonly Token[] {
  const isShouted = text === text.toUpperCase()
  const all = text.split(/\s+/).filter((one) => /[\p{L}\d]/u.test(one))
  return all.map((typed, at) => {
    const core = typed.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
    const isFirst = at === 0 || /[.!?]$/.test(all[at - 1] ?? '')
    return {
      word: /^\p{L}+$/u.test(core) ? core.toLowerCase() : '@',
      bare: fold(core),
      isNumber: /\d/.test(core),
      isCapital: !isFirst && !isShouted && /^\p{Lu}\p{Ll}/u.test(core),
      endsHere: /[,.;:!?]$/.test(typed),
    }
  })
}
