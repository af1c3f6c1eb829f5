import type { Outcome } from '../conversation/question-note.ts'
import type { ChannelName, Sent } from '../ports.ts'

export type WebhookOutcome =
  'kept' | 'repeated' | 'ignored' | 'not-our-page' | 'refused' | 'not-kept' | 'turned-away'

/** Messages that were kept: `events` are our own ids, the same in every line about them. `ms`: how long keeping took. */
interface KeptSeen {
  readonly channel: ChannelName
  readonly events: readonly string[]
  readonly ms: number
}

/** A turn that was committed: about these events, with so many replies and leads. `ms`: how long the commit took. */
interface TurnSeen {
  readonly channel: ChannelName
  readonly events: readonly string[]
  readonly replies: number
  readonly leads: number
  readonly asked: readonly Outcome[]
  readonly died: boolean
  readonly ms: number
}

/** An attempt to send: `event` is what it answers, where that is known. `ms`: how long the platform took. */
export interface SendSeen {
  readonly channel: ChannelName
  readonly event: string | undefined
  readonly outbound: string
  readonly attempt: number
  readonly outcome: Sent['kind']
  readonly ms: number
  /** From the person's words to the platform's yes, in milliseconds, by the platform's clock and ours. */
  readonly replyMs: number | undefined
}

/**
 * Whoever follows what the program does: counters, log lines, traces. An event's id runs from the webhook to the
 * send. Never given what a person typed, a phone number or a token.
 */
export interface Watch {
  webhook(channel: ChannelName, outcome: WebhookOutcome, n: number): void
  kept(seen: KeptSeen): void
  /** How long the bot thought about one turn, in milliseconds. */
  thought(channel: ChannelName, ms: number): void
  turn(seen: TurnSeen): void
  sent(seen: SendSeen): void
  alarm(what: string): void
}

/** What waits and what is in trouble, counted in the store when somebody asks. Ages in seconds. */
export interface Figures {
  readonly waiting: number
  readonly oldestWaitingSeconds: number
  readonly outbox: Readonly<Record<string, number>> // by state, of what is not sent
  readonly oldestOutboxSeconds: number
  readonly deadLetters: number
  readonly openDataRequests: number
  readonly openLeads: Readonly<Record<string, number>> // by state
  readonly tokens: readonly { readonly oa: string; readonly live: boolean; readonly ageSeconds: number }[]
}

/** Several watchers as one. */
export function allOf(watchers: readonly Watch[]): Watch {
  return {
    webhook: (...seen) => watchers.forEach((one) => one.webhook(...seen)),
    kept: (seen) => watchers.forEach((one) => one.kept(seen)),
    thought: (...seen) => watchers.forEach((one) => one.thought(...seen)),
    turn: (seen) => watchers.forEach((one) => one.turn(seen)),
    sent: (seen) => watchers.forEach((one) => one.sent(seen)),
    alarm: (what) => watchers.forEach((one) => one.alarm(what)),
  }
}
