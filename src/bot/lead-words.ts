import type { LeadWish } from '../conversation/effect.ts'
import type { Reply } from '../conversation/reply.ts'
import type { LeadPromise, NotKept } from '../conversation/turn.ts'
import { instantInWords } from '../conversation/instant-in-words.ts'
import { asReplies, type Speaker } from './speaker.ts'

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

/** Asked once, when it is over. */
export function askRating(words: Speaker, { addressAs }: Pick<LeadPromise, 'addressAs'>): readonly Reply[] {
  return asReplies(
    say(words, 'rate.ask', { addressAs: capitalised(addressAs) }),
    words.offers(['rate-good', 'rate-fair', 'rate-bad']),
  )
}

export function sayAboutLead(words: Speaker, what: LeadWish | 'none'): readonly Reply[] {
  const offers =
    what === 'status'
      ? ['change-call-time', 'cancel-call', 'menu']
      : what === 'none'
        ? ['request-callback', 'menu']
        : ['menu']
  return asReplies(say(words, `about.${what}`), words.offers(offers))
}

export function notKeptWords(words: Speaker, why: NotKept): readonly string[] {
  return say(words, `not-kept.${why.kind === 'known' ? 'known' : why.why}`)
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
