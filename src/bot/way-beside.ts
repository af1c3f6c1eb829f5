import type { Effect } from '../conversation/effect.ts'
import type { Spoken } from '../conversation/journey.ts'
import { meantBy } from '../conversation/meant-by.ts'
import { isStopOrRight, readCommand } from '../conversation/read-command.ts'
import type { Attended } from '../conversation/turn.ts'
import type { Answer } from '../faq/answer.ts'
import type { Talk } from './talk.ts'
import type { Thought } from './thoughts.ts'

/** What a message is to the bot while a person of the desk has the talk. */
type Way =
  | { readonly kind: 'silent' } // it is theirs
  | { readonly kind: 'help'; readonly found: Answer }
  | { readonly kind: 'again' } // asks for a person once more
  | { readonly kind: 'back'; readonly why: Extract<Effect, { do: 'leave-person' }>['why'] }

const silent: Way = { kind: 'silent' }

/**
 * Words are for the person of the desk, except a cry for help and the words that bring the bot back. Who taps a button
 * of ours, or while still waiting types what stands on it, talks to the bot.
 */
export function wayBeside(talk: Talk, thought: Thought, attended: Attended): Way {
  if (thought.kind === 'tap') return tapped(placeNamed(talk, thought.said), attended)
  if (thought.kind !== 'words') return silent
  const { text } = thought
  const found = talk.brain.knowledge.finder.ask(text, {})
  if (found.kind === 'safety') return { kind: 'help', found }
  const command = readCommand(text)
  if (command === 'menu') return { kind: 'back', why: 'menu' }
  if (command === 'stop' && !isStopOrRight(text)) return { kind: 'back', why: 'stop' }
  if (attended === 'claimed') return silent
  if (command === 'cancel') return { kind: 'back', why: 'menu' }
  if (command === 'person' || found.messageClass === 'human') return { kind: 'again' }
  return meantBy({ text }, talk.memory.offered).do === 'words' ? silent : { kind: 'back', why: 'button' }
}

function tapped(place: string | undefined, attended: Attended): Way {
  if (place === 'person') return attended === 'waiting' ? { kind: 'again' } : silent
  return { kind: 'back', why: place === 'menu' ? 'menu' : 'button' }
}

function placeNamed({ memory }: Talk, said: Spoken): string | undefined {
  const meant = meantBy(said, memory.offered)
  return meant.do === 'go' ? meant.name : undefined
}
