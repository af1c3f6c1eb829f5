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

/** What somebody who looks after the running program asks the store. Both look at a bounded stretch of time only. */
export interface Operations {
  traffic(): Promise<readonly PageTraffic[]>
  failedSends(): Promise<readonly FailedSends[]>
}
