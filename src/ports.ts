import type { Reply, Limits } from './conversation/reply.ts'
import type { Said, TalkSource } from './conversation/said.ts'

export type ChannelName = 'messenger' | 'zalo' | 'bot-framework'

/** Who we are talking to. A person has another id on every Page or Official Account: an id means nothing without its desk. */
export interface Correspondent {
  readonly channel: ChannelName
  readonly desk: string // the Page or Official Account they wrote to
  readonly id: string
}

/** Something a citizen did on a channel, ready to be kept. */
export interface InboundMessage {
  readonly from: Correspondent
  readonly messageId: string // the platform's id: the key we drop repeats by
  readonly sentAt: Date // the platform's clock
  readonly said: Said
  /** What brought them here: the code of a link or an advertisement. */
  readonly source?: TalkSource
  /** Another app, the platform's own inbox say, has the thread: it is not said to the bot. */
  readonly isOverheard?: boolean
}

/** Something a platform tells us that is not said to us. Nothing in it waits for an answer. */
export type Observation =
  /**
   * A message of ours is on the person's phone; `outboundId` is the id we gave it, where the platform carries it. Where it
   * does not, its words and when they went tell which one it was. `at`: when it went, where no words say it.
   */
  | {
      readonly kind: 'echo'
      readonly to: Correspondent
      readonly platformId: string
      readonly outboundId?: string
      readonly at?: Date
      readonly words?: { readonly text: string; readonly at: Date; readonly isPicture?: true }
    }
  /** A person of the desk wrote to somebody, in the platform's own inbox: the talk is theirs now. */
  | { readonly kind: 'person-spoke'; readonly to: Correspondent; readonly at: Date }
  /** The thread with somebody is ours again: what was held back for them may go. */
  | { readonly kind: 'thread-back'; readonly who: Correspondent }
  /** A notice of ours is on the phone it went to; `trackingId` is the one we gave it. */
  | { readonly kind: 'notice-arrived'; readonly trackingId: string }
  /** The platform changed how many templates a day that desk may send. */
  | { readonly kind: 'template-quota'; readonly desk: string; readonly daily: number }
  /** They want their data erased. */
  | { readonly kind: 'erase'; readonly who: Correspondent; readonly at: Date }

/** Somebody wants their data erased, and a platform tells us. `mayBe`: who that may be among those we know. */
export interface NewDataRequest {
  readonly source: 'meta-callback' | 'zalo-withdraw' | 'chat'
  readonly subject: string // the id the platform gave
  readonly askedAt: Date
  readonly mayBe: readonly Correspondent[]
}

export interface DataRequest {
  readonly code: string
  readonly source: NewDataRequest['source']
  readonly isKnown: boolean // somebody who wrote to us
  readonly askedAt: Date
  readonly doneAt: Date | undefined
}

/** The register of requests to be erased. The same request has one code, however often it comes. */
export interface DataRequests {
  register(asked: NewDataRequest): Promise<string>
  find(code: string): Promise<DataRequest | undefined>
  /** What is not done, oldest first. */
  open(): Promise<readonly DataRequest[]>
  /** Forgets the talk of that person, and who asked. False when no such request is open. */
  done(code: string): Promise<boolean>
}

/** Takes note of what platforms tell. Returns only when it is durable; doing it twice changes nothing. */
export interface Observer {
  note(observations: readonly Observation[]): Promise<void>
}

/** A webhook call cut loose from Express: the bytes exactly as they arrived, because signatures cover bytes. */
export interface InboundRequest {
  readonly rawBody: Buffer
  header(name: string): string | undefined
}

/**
 * What a webhook call was: messages to keep, events ignored on purpose (named, to be counted), or a forgery.
 * `strangers` are pages it spoke of that are not ours: nothing of theirs is kept, and someone must look at the set-up.
 */
export type Received =
  | {
      readonly kind: 'events'
      readonly messages: readonly InboundMessage[]
      readonly ignored: readonly string[]
      readonly strangers?: readonly string[]
      readonly observations?: readonly Observation[]
    }
  | { readonly kind: 'refused'; readonly why: string }

/** Why a send failed, sorted by what we do next, not by the platform's code numbers. */
export type SendFailure =
  | TryLater
  | { readonly kind: 'not-allowed-now'; readonly rule: string } // outside the reply window
  | { readonly kind: 'person-left'; readonly detail: string } // blocked us, gone
  | { readonly kind: 'our-fault'; readonly detail: string } // bad token, bad payload: wake someone up

/** 5xx, 429, reset, a page that is held up. */
export interface TryLater {
  readonly kind: 'try-later'
  readonly afterMs: number
  readonly detail: string
  /** It may have arrived all the same: its echo is waited for before it is sent again. */
  readonly unclear?: true
  /** Nothing went out at all: this was no attempt. */
  readonly untried?: true
  /** After so many attempts it is given up, and that means this. */
  readonly tries?: number
  readonly then?: 'person-left' | 'our-fault'
  /** Somebody must look at it although it is tried again. */
  readonly alarm?: true
}

/** `reached`: who got it, where the address was only a comment of theirs; from now on they are written to by this id. */
export type Sent =
  { readonly kind: 'sent'; readonly platformId: string; readonly reached?: string } | SendFailure

/** A place citizens write to us. Adapters: Messenger, Zalo. */
export interface Channel {
  readonly name: ChannelName
  readonly limits: Limits
  /** So long after a person's last word the platform takes nothing more for them. */
  readonly replyWithinMs?: number
  /** The same for words that a person of that desk typed, where the platform gives them longer. */
  staffWithinMs?(desk: string): number | undefined
  /** Every message comes back as an echo with our id on it, at the latest after so long. */
  readonly echoWithinMs?: number
  receive(request: InboundRequest): Received
  /** Sends one fitted message. `outboundId` is ours: it marks the message where the platform lets us. */
  send(to: Correspondent, reply: Reply, outboundId: string): Promise<Sent>
}

export type NoticeTemplate = 'new-lead' | 'sign-in-code' | 'new-caller'

/** A notice to a phone: an approved template, never free text. To an agent it holds nothing about a citizen. */
export interface Notice {
  readonly phone: string // E.164
  readonly template: NoticeTemplate
  readonly data: Readonly<Record<string, string>>
  readonly trackingId: string // ≤ 48 characters
}

export interface AgentNotifier {
  tell(notice: Notice): Promise<Sent>
}

export interface Clock {
  now(): Date
}

/** Counts and refuses: `key` has used up its budget for this window. Adapters: memory, Redis. */
export interface RateLimit {
  take(key: string): Promise<'ok' | 'too-many'>
}

/** News many instances share and may lose (knowledge published, simulator pushes). Adapters: memory, Redis. */
export interface Bus {
  publish(topic: string, body: string): Promise<void>
  subscribe(topic: string, hear: (body: string) => void): Promise<() => Promise<void>>
}

/** Where webhooks are kept. `accept` returns only when the messages are durable; it throws when they are not. */
export interface Inbox {
  /** One transaction: every event and its job. A repeat (same desk and message id) is dropped. */
  accept(messages: readonly InboundMessage[], rawBody: Buffer): Promise<{ fresh: number; repeats: number }>
  /** Messages waiting for a turn: above a limit the webhook answers 503 so that the platform comes back later. */
  waiting(): Promise<number>
}

/** What Zalo sends an administrator back with. */
export interface ConsentAnswer {
  readonly code: string
  readonly oa: string
  readonly state: string | undefined
}
export type ConsentOutcome = 'granted' | 'expired' | 'another-page' | 'refused' | 'later'

/** An Official Account's administrator lets us speak for it: with a ticket an operator asked for, good once. */
export interface Consent {
  invite(
    ticket: string,
  ): Promise<{ readonly voice: string; readonly oa: string; readonly url: string } | undefined>
  finish(answer: ConsentAnswer): Promise<ConsentOutcome>
}

/** Is everything up: the store answers and the workers run. */
export interface Health {
  check(): Promise<{ readonly ok: boolean; readonly parts: Readonly<Record<string, boolean>> }>
}
