import { fold } from './fold.ts'
import type { Spoken } from './journey.ts'
import { meantBy, numbered, type Meant } from './meant-by.ts'
import { readConcern, type Concern } from './read-concern.ts'
import { readPhone } from './read-phone.ts'
import { isStopOrRight, readCommand, type Command } from './read-command.ts'
import type { Button } from './reply.ts'

/** What the search says of a message: an answer of ours, a choice, small talk, not ours, a cry for help … */
interface Result {
  readonly kind: string
}

/** Where the talk stands, as far as routing needs it. */
export interface Place<Found extends Result> {
  readonly offered: readonly Button[] // the buttons shown last
  readonly isOpen: boolean // a journey waits for an answer
  readonly expectsCode: boolean // they were given a meeting code: four digits alone may be one
  readonly takesAnyWords: boolean // its question would take a cry for help for a name, or for a no
  understands(said: Spoken): boolean // it would be an answer to that question
  understandsAhead(said: Spoken): boolean // it would be an answer to one of the questions still to come
  search(text: string): Found
}

export type Route<Found extends Result> =
  | { readonly to: 'button'; readonly meant: Exclude<Meant, { do: 'words' }> }
  | { readonly to: 'stop-or-right' }
  | { readonly to: 'command'; readonly command: Command }
  | { readonly to: 'concern'; readonly about: Concern; readonly text: string } // it tells itself which journey it is for
  | { readonly to: 'question'; readonly said: Spoken } // an answer to the open question
  | { readonly to: 'call-me' } // a phone number, unasked
  | { readonly to: 'search'; readonly found: Found }
  | { readonly to: 'nobody'; readonly said: Spoken } // the open question did not understand it, and it asks nothing

interface Heard<Found extends Result> {
  readonly text: string
  /** Searched already: words enough to be a question, or to mean harm in a place where any words would do. */
  readonly found: Found | undefined
  readonly isQuestion: boolean
}
type Taker = <Found extends Result>(heard: Heard<Found>, place: Place<Found>) => Route<Found> | undefined

/** From so many words on, a message may be a question of its own, whatever is open. */
const QUESTION_WORDS = 3
const CALL_ME_WORDS = 6
const ours = new Set(['answer', 'handoff', 'safety'])

/** Who may take a message: the first that wants it, in this order. A tap, or a label typed, goes where its button leads. */
export function route<Found extends Result>(spoken: Spoken, place: Place<Found>): Route<Found> {
  const meant = meantBy(spoken, place.offered)
  if (meant.do !== 'words') return { to: 'button', meant }
  const heard = hear(meant.text, place)
  for (const take of takers) {
    const taken = take(heard, place)
    if (taken) return taken
  }
  return { to: 'nobody', said: { text: meant.text } }
}

const takers: readonly Taker[] = [
  safety,
  stopOrRight,
  command,
  concern,
  openQuestion,
  numberOfTheList,
  phoneUnasked,
  agreedLate,
  sideQuestion,
  outOfOrder,
]

function hear<Found extends Result>(text: string, place: Place<Found>): Heard<Found> {
  const isLong = fold(text).split(' ').length >= QUESTION_WORDS
  const isLabel = place.offered.some(({ label }) => fold(label) === fold(text))
  const found = isLong || place.takesAnyWords ? place.search(text) : undefined
  return { text, found, isQuestion: isLong && !isLabel && found !== undefined && ours.has(found.kind) }
}

/** A word of ours, said alone and whole, is no cry for help whatever the search makes of it: "đổi giờ gọi". */
function safety<Found extends Result>({ text, found }: Heard<Found>): Route<Found> | undefined {
  return found?.kind === 'safety' && readCommand(text) === undefined ? { to: 'search', found } : undefined
}

/** "dung" without marks is "dừng" and "đúng": where both make sense, we ask. */
function stopOrRight<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  return isStopOrRight(text) && place.understands({ text: 'đúng' }) ? { to: 'stop-or-right' } : undefined
}

const mayAnswer: ReadonlySet<Command> = new Set([
  'request-callback',
  'rate-good',
  'rate-fair',
  'rate-bad',
  'wrong-code',
])

/** "Không phải" is an answer to an open question that takes it; elsewhere it is about what we have just said. */
function command<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const known = readCommand(text)
  if (known === undefined || (known === 'none' && place.understands({ text }))) return undefined
  // "Gọi cho tôi" answers "whom shall we call?"; where any words would do it begins anew.
  if (mayAnswer.has(known) && !place.takesAnyWords && place.understands({ text })) return undefined
  return { to: 'command', command: known }
}

/** An agent to be looked up, a code somebody said, another time for the call, a strange caller: whatever is open. */
function concern<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const isCode = place.expectsCode && !place.isOpen && /^\s*\d{4}\s*$/.test(text)
  const about = isCode ? 'meeting-code' : readConcern(text)
  if (about === undefined || (about === 'find-collection-point' && place.isOpen)) return undefined // a commune may be the answer
  return { to: 'concern', about, text }
}

/** "Vậy giờ đóng thì bao nhiêu một tháng" holds a time, and answers no question of ours about one. */
const asksUs = /\b(?:bao nhieu|bn|bnhieu|may tien|o dau|the nao|lam sao|khi nao|bao gio)\b/

/** A question to us is not an answer: where any words would do, and where it says by itself that it asks. */
function openQuestion<Found extends Result>(
  { text, isQuestion }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  if (!place.isOpen || (isQuestion && (place.takesAnyWords || asksUs.test(fold(text))))) return undefined
  return place.understands({ text }) ? { to: 'question', said: { text } } : undefined
}

function numberOfTheList<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const meant = numbered(text, place.offered)
  if (!meant) return undefined
  if (meant.do !== 'words') return { to: 'button', meant }
  return place.isOpen
    ? { to: 'question', said: { text: meant.text } }
    : { to: 'search', found: place.search(meant.text) }
}

/** "0912 345 678", or "gọi em 0912345678 nhé": somebody wants to be called. A longer message is a question. */
function phoneUnasked<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const words = fold(text).match(/[a-z]+/g) ?? []
  const isShort = words.length <= CALL_ME_WORDS
  return !place.isOpen && isShort && readPhone(text) ? { to: 'call-me' } : undefined
}

/** "Tôi đồng ý", after a no or long after: they want to be called, and are asked anew, because what they agree to must stand before them. */
function agreedLate<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const isAgreeing =
    /^(?:(?:da|vang|u|ok|thoi) )*(?:toi|em|minh|bac) dong y(?: (?:a|nhe|roi|do|goi))*[.!]*$/.test(fold(text))
  return !place.isOpen && isAgreeing ? { to: 'command', command: 'request-callback' } : undefined
}

/** Asked in the middle of a journey it is answered; outside of one everything else is searched. */
function sideQuestion<Found extends Result>(
  { text, found = undefined, isQuestion }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  const result = found ?? place.search(text)
  return !place.isOpen || isQuestion || result.kind === 'smalltalk'
    ? { to: 'search', found: result }
    : undefined
}

/** Said before it was asked: "tôi là nữ" while we ask how long they paid. It is kept, and the open question comes again. */
function outOfOrder<Found extends Result>(
  { text }: Heard<Found>,
  place: Place<Found>,
): Route<Found> | undefined {
  return place.isOpen && place.understandsAhead({ text }) ? { to: 'question', said: { text } } : undefined
}
