import type { Effect } from '../conversation/effect.ts'
import { maskSecrets } from '../conversation/mask-secrets.ts'
import type { Reply } from '../conversation/reply.ts'
import type { TurnInput } from '../conversation/turn.ts'
import { NotInForce } from '../policy/policy-book.ts'
import type { Brain } from './brain.ts'
import { home } from './obey.ts'
import type { Memory } from './session.ts'
import { NoFigure } from './speaker.ts'
import { Talk } from './talk.ts'
import { think } from './think.ts'
import type { Thought } from './thoughts.ts'

export interface Taken {
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
  readonly memory: Memory
  readonly understood: boolean
}

const covered = /\[[^\]]* đã che\]/g

/** Answers one thought. A figure the law does not have for the day is said so, never guessed. */
export async function takeThought(
  brain: Brain,
  memory: Memory,
  thought: Thought,
  input: Pick<TurnInput, 'today' | 'code'>,
): Promise<Taken> {
  try {
    return await answered(new Talk(brain, memory, input), thought)
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof NoFigure)) throw error
    const talk = new Talk(brain, { ...memory, dialogs: null }, input)
    talk.sayHome('no-figure', ['person', 'request-callback'])
    return outcome(talk)
  }
}

async function answered(talk: Talk, thought: Thought): Promise<Taken> {
  switch (thought.kind) {
    case 'arrived':
      if (talk.open) await talk.resume()
      else home(talk)
      break
    case 'wordless':
      talk.sayHome(`wordless.${thought.what}`, talk.open ? [] : ['menu'])
      await talk.resume()
      break
    case 'tap':
      await think(talk, thought.said)
      break
    case 'words':
      await hear(talk, thought.text)
  }
  return outcome(talk)
}

/** Numbers nobody should send are covered before anything else happens to the words. */
async function hear(talk: Talk, typed: string): Promise<void> {
  const { text, found } = maskSecrets(typed)
  if (found.length === 0) return think(talk, { text: typed.normalize('NFC') })
  const what = found.map((kind) => talk.speaker.home(`secret.${kind}`).join(' ')).join(', ')
  const rest = text.replace(covered, ' ').trim()
  const isMore = /\p{L}{2}/u.test(rest)
  talk.say(talk.speaker.home('masked', { what }), isMore || talk.open ? [] : talk.speaker.offers(['menu']))
  if (isMore) await think(talk, { text: rest })
  else await talk.resume()
}

function outcome({ replies, effects, memory, understood }: Talk): Taken {
  return { replies, effects, memory, understood }
}
