import type { Day } from '../policy/values.ts'
import type { Effect, LeadWish } from './effect.ts'
import type { Found } from './found.ts'
import type { HeldData } from './held-data.ts'
import type { QuestionNote } from './question-note.ts'
import type { Reply } from './reply.ts'
import type { Said } from './said.ts'

/** One message of a thought: several short ones within two seconds of the platform's clock are one thought. */
export interface Heard {
  readonly said: Said
  readonly sentAt: Date
}

/** Everything a turn may know. Same input, same output: no clock, no network, no store, no randomness. */
export interface TurnInput {
  readonly heard: readonly [Heard, ...Heard[]]
  readonly session: string | undefined
  readonly today: Day
  /** A fresh random code (hex, ≥ 8 characters): consent buttons shown in this turn carry it. */
  readonly code: string
  /** A person of the desk has the talk (or is waited for): the bot is silent but for a few words. */
  readonly attended?: Attended
}

export type Attended = 'waiting' | 'claimed'

/** When a person of the desk answers: told in the same turn that called for one. */
export interface HandOverPromise {
  readonly answerBy: Date
  /** It is shut now: when it opens, and for which holiday it is shut, if for one. */
  readonly shut?: { readonly opensAt: Date; readonly holiday: string | undefined }
}

/** One thought in, everything that follows from it out. Nothing is sent and nothing is saved in here. */
export interface Turn {
  readonly replies: readonly Reply[]
  /** Said after what the host found out: back to where the journey stands. */
  readonly after?: readonly Reply[]
  readonly effects: readonly Effect[]
  readonly notes: readonly QuestionNote[]
  /** Save this and hand it back with the next message. It is JSON text: nothing else survives between turns. */
  readonly session: string
}

/** Who will call, and by when: told to the citizen in the same turn that captured the lead, and when it changes. */
export interface LeadPromise {
  readonly leadCode: string
  readonly addressAs: string
  readonly callBefore: Date
  readonly caller: Caller
  readonly meetingCode: string // the agent says it first, or is no agent of ours
  readonly byChat: boolean // no phone was left: somebody answers in this chat
}

/** Whoever has the lead, as the citizen is told. */
export type Caller =
  | { readonly kind: 'agent'; readonly name: string; readonly organisation: string }
  | { readonly kind: 'office'; readonly name: string }
  | { readonly kind: 'desk' }

/** The phone waits for a call already, does not belong to this account, or two leads were left today. */
export type NotKept =
  { readonly kind: 'known' } | { readonly kind: 'refused'; readonly why: 'blocked' | 'too-many-today' }

/** A wish about one's own data that was entered in the register: `code` is its receipt. */
export interface Requested {
  readonly kind: 'withdraw' | 'erase'
  readonly code: string
  readonly today: Day
}

export interface Bot {
  runTurn(input: TurnInput): Promise<Turn>
  sayPromise(promise: LeadPromise): readonly Reply[]
  /** How was the call? Three buttons. */
  askRating(promise: Pick<LeadPromise, 'addressAs'>): readonly Reply[]
  /** After a wish about their lead: `none` when there is no lead it could be about. */
  sayAboutLead(what: LeadWish | 'none'): readonly Reply[]
  /** What the host looked up for an effect. */
  sayFound(found: Found): readonly Reply[]
  /** Why nothing was written down although they agreed. */
  sayNotKept(why: NotKept): readonly Reply[]
  sayHandOver(promise: HandOverPromise): readonly Reply[]
  /** What we hold about the person who asks. */
  sayHeld(held: HeldData): readonly Reply[]
  sayRequested(requested: Requested): readonly Reply[]
  /** The one kind sentence, with the hotline, when a turn failed. */
  saySorry(): Reply
}
