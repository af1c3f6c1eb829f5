import { fold } from './fold.ts'
import type { Spoken } from './journey.ts'
import type { Button } from './reply.ts'

/** Codes that buttons carry. Anyone can type one on Zalo, so only consent, which is sealed, proves anything. */
export const payload = {
  choose: (label: string) => `#c:${label}`,
  go: (where: string) => `#go:${where}`,
  faq: (id: string) => `#faq:${id}`,
  edit: (question: string) => `#edit:${question}`,
  agree: (code: string) => `#agree:${code}`,
  refuse: (code: string) => `#refuse:${code}`,
}

/** The answer a button's code stands for, if it stands for one. */
export function faqNamed(code: string): string | undefined {
  return /^#faq:(.+)$/u.exec(code)?.[1]
}

/** Where a button's code leads: a journey or a home word; undefined when it leads nowhere. */
export function goNamed(code: string): string | undefined {
  return /^#go:(.+)$/u.exec(code)?.[1]
}

/** What a tap or typed words mean, given the buttons shown last. */
export type Meant =
  | { readonly do: 'words'; readonly text: string }
  | { readonly do: 'go' | 'faq' | 'edit'; readonly name: string }
  | { readonly do: 'consent'; readonly said: Spoken }
  | { readonly do: 'stale-consent' }

/** A tap means its button; words that are a button's label mean that button too. */
export function meantBy({ text, payload: tapped }: Spoken, offered: readonly Button[]): Meant {
  if (tapped !== undefined) return meantByPayload(tapped, text, offered)
  const same = offered.find(({ label }) => fold(label) === fold(text))
  return same && !isConsent(same.payload)
    ? meantByPayload(same.payload, text, offered)
    : { do: 'words', text }
}

/** The button a bare number stands for: "2" is the second. Never one of consent. */
export function numbered(text: string, offered: readonly Button[]): Meant | undefined {
  const number = /^\s*(\d{1,2})[.)]?\s*$/.exec(text)?.[1]
  const button = number === undefined ? undefined : offered[Number(number) - 1]
  return button && !isConsent(button.payload)
    ? meantByPayload(button.payload, button.label, offered)
    : undefined
}

function meantByPayload(tapped: string, text: string, offered: readonly Button[]): Meant {
  if (isConsent(tapped)) {
    const isCurrent = offered.some((button) => button.payload === tapped)
    return isCurrent ? { do: 'consent', said: { text, payload: tapped } } : { do: 'stale-consent' }
  }
  const [, kind = '', name = ''] = /^#(c|go|faq|edit):(.*)$/su.exec(tapped) ?? []
  if (kind === 'go' || kind === 'faq' || kind === 'edit') return { do: kind, name }
  return { do: 'words', text: kind === 'c' ? name : text }
}

function isConsent(code: string): boolean {
  return code.startsWith('#agree:') || code.startsWith('#refuse:')
}
