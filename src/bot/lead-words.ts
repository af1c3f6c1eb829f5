import type { LeadPromise, NotKept } from '../conversation/turn.ts'
import { instantInWords } from '../conversation/instant-in-words.ts'
import type { Speaker } from './speaker.ts'

/** What is said about leads stands with the words of the journey that leaves them. */
const say = (words: Speaker, key: string, values: Readonly<Record<string, string>> = {}) =>
  words.journey('request-callback', [key], values)

/** Who calls, by when, and how to know them; with the fixed promise. */
export function promiseWords(words: Speaker, promise: LeadPromise): readonly string[] {
  const { addressAs, caller, callBefore, leadCode, meetingCode, byChat } = promise
  const common = { addressAs: capitalised(addressAs), by: instantInWords(callBefore), code: leadCode }
  const key = byChat ? 'promise.chat' : `promise.${caller.kind}`
  const who = caller.kind === 'desk' ? common : { ...common, ...namesOf(caller) }
  return [
    ...say(words, key, who),
    ...(byChat ? [] : say(words, 'promise.meeting-code', { meetingCode })),
    ...say(words, 'promise.safety'),
  ]
}

function namesOf(caller: Exclude<LeadPromise['caller'], { kind: 'desk' }>) {
  return caller.kind === 'agent'
    ? { name: caller.name, organisation: caller.organisation }
    : { name: caller.name }
}

export function notKeptWords(words: Speaker, why: NotKept): readonly string[] {
  return say(words, `not-kept.${why.kind === 'known' ? 'known' : why.why}`)
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
