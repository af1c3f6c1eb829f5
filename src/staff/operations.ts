import type { ScamVerdict } from '../conversation/effect.ts'
import type { Day } from '../policy/values.ts'
import type { ChannelName } from '../ports.ts'

/** A page's webhooks of the last day. */
export interface PageTraffic {
  readonly channel: ChannelName
  readonly desk: string
  readonly lastAt: Date
  readonly messages: number
}

/** Replies that were given up in the last week, by state and the reason the platform (or our own rule) gave. */
export interface FailedSends {
  readonly channel: ChannelName
  readonly state: 'not-allowed-now' | 'person-left' | 'our-fault'
  readonly reason: string
  readonly messages: number
  readonly lastAt: Date
}

/** Templates by phone a day, as Zalo says it with each of them, or when it changes the number. */
export interface QuotaSaid {
  readonly daily?: number | undefined
  readonly remaining?: number | undefined
}

export interface TemplateQuota extends QuotaSaid {
  readonly oa: string
  readonly at: Date
}

/** Strange callers that citizens told of on one day: the same trick in the same commune is one line. */
export interface StrangeCallers {
  readonly day: Day // in Viet Nam
  readonly commune: string | undefined // code
  readonly pattern: string | undefined // id of knowledge/scams
  readonly verdict: ScamVerdict
  readonly times: number
}

/** What somebody who looks after the running program asks the store. All look at a bounded stretch of time only. */
export interface Operations {
  traffic(): Promise<readonly PageTraffic[]>
  quotas(): Promise<readonly TemplateQuota[]>
  failedSends(): Promise<readonly FailedSends[]>
  /** Of the last thirty days, newest day first, then the most told. */
  strangeCallers(): Promise<readonly StrangeCallers[]>
}

/** A message that could not be answered, or a reply that a fault of ours kept from going out. */
export interface GivenUp {
  readonly id: string
  readonly kind: 'message' | 'reply'
  readonly channel: ChannelName
  readonly desk: string
  readonly at: Date // when it was given up
  readonly why: string // the name of the error, or what the platform answered: never what a person typed
}

/** What was given up. */
export interface LetterBox {
  /** Newest first, so many at most. */
  list(most: number): Promise<readonly GivenUp[]>
  /** Puts it back in its place, to be tried as if for the first time. False when there is no such letter. */
  replay(id: string): Promise<boolean>
}
