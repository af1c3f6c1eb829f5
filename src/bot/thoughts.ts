import type { Spoken } from '../conversation/journey.ts'
import { maskSecrets } from '../conversation/mask-secrets.ts'
import type { Returned, SharedContact, Wordless } from '../conversation/said.ts'
import type { SecretKind } from '../conversation/secret-kind.ts'
import type { Heard } from '../conversation/turn.ts'

/** Typed words, with the numbers nobody should send taken out; `found` names what they were. */
export interface Words {
  readonly kind: 'words'
  readonly text: string
  readonly found: readonly SecretKind[]
  readonly at: number
}

/** One thing to answer: typed words (several messages may be one thought), a tap, something wordless, or an arrival. */
export type Thought =
  | Words
  | { readonly kind: 'tap'; readonly said: Spoken }
  | { readonly kind: 'wordless'; readonly what: Wordless }
  | { readonly kind: 'shared'; readonly contact: SharedContact }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'commented' }
  | Returned

const covered = /\[[^\]]* đã che\]/g

/** The door: behind it nobody sees an identity, insurance or account number, or a code, that a person typed. */
export function wordsOf(typed: string, at: number): Words {
  const { text, found } = maskSecrets(typed)
  return { kind: 'words', text: text.replace(covered, ' ').trim(), found, at }
}

/** Typed messages that follow one another are one thought; everything else stands for itself. */
export function thoughtsIn(heard: readonly Heard[]): readonly Thought[] {
  return heard
    .reduce<readonly Heard[]>((joined, next) => {
      const last = joined.at(-1)
      const together = last && typedIn(last) !== undefined && typedIn(next) !== undefined
      const text = `${(last && typedIn(last)) ?? ''} ${typedIn(next) ?? ''}`
      return together
        ? [...joined.slice(0, -1), { said: { kind: 'words', text }, sentAt: next.sentAt }]
        : [...joined, next]
    }, [])
    .map(asThought)
}

function typedIn({ said }: Heard): string | undefined {
  return said.kind === 'words' && said.payload === undefined ? said.text : undefined
}

function asThought({ said, sentAt }: Heard): Thought {
  if (said.kind === 'wordless') return { kind: 'wordless', what: said.what }
  if (said.kind === 'returned' || said.kind === 'shared') return said
  if (said.kind === 'arrived' || said.kind === 'commented') return { kind: said.kind }
  const { text, payload } = said
  return payload !== undefined && isClean(text) && isClean(payload)
    ? { kind: 'tap', said: { text, payload } }
    : wordsOf(text, sentAt.getTime())
}

/** A tap holds no secret, unless somebody typed it by hand. A one-time code may look like one. */
function isClean(text: string): boolean {
  return /^#(?:agree|refuse):[0-9a-z-]+$/i.test(text) || maskSecrets(text).found.length === 0
}
