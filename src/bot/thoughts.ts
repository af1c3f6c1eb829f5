import type { Spoken } from '../conversation/journey.ts'
import type { Wordless } from '../conversation/said.ts'
import type { Heard } from '../conversation/turn.ts'

/** One thing to answer: typed words (several messages may be one thought), a tap, something wordless, or an arrival. */
export type Thought =
  | { readonly kind: 'words'; readonly text: string; readonly at: number }
  | { readonly kind: 'tap'; readonly said: Spoken }
  | { readonly kind: 'wordless'; readonly what: Wordless }
  | { readonly kind: 'arrived' }

/** Typed messages that follow one another are one thought; everything else stands for itself. */
export function thoughtsIn(heard: readonly Heard[]): readonly Thought[] {
  return heard.map(asThought).reduce<readonly Thought[]>((thoughts, next) => {
    const last = thoughts.at(-1)
    if (last?.kind !== 'words' || next.kind !== 'words') return [...thoughts, next]
    return [...thoughts.slice(0, -1), { ...next, text: `${last.text} ${next.text}` }]
  }, [])
}

function asThought({ said, sentAt }: Heard): Thought {
  if (said.kind === 'wordless') return { kind: 'wordless', what: said.what }
  if (said.kind === 'arrived') return { kind: 'arrived' }
  const { text, payload } = said
  return payload === undefined
    ? { kind: 'words', text, at: sentAt.getTime() }
    : { kind: 'tap', said: { text, payload } }
}
