import type { ConsentGiven } from '../../src/conversation/effect.ts'
import type { Spoken } from '../../src/conversation/journey.ts'

export interface ConsentAnswer {
  readonly agreed: boolean
  readonly how: ConsentGiven['how']
  readonly given: string
}

/**
 * Consent (Law 91/2025/QH15): two equal buttons that carry this turn's code, or their exact words typed.
 * Anything else, a bare number too, is no.
 */
export function readConsent({ text, payload }: Spoken, agree: string): ConsentAnswer {
  if (payload !== undefined) return { agreed: payload.startsWith('#agree:'), how: 'button', given: payload }
  return { agreed: sameWords(text, agree), how: 'words', given: text }
}

/** The exact words, with or without tone marks, whatever the case; nothing more and nothing less. */
function sameWords(said: Spoken['text'], words: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFC')
      .trim()
      .replace(/[.!]+$/, '')
      .toLowerCase()
  return (
    bare(said) === bare(words) ||
    bare(said) === bare(words).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
  )
}
