import type { Mishap } from '../fake-platform/next-answers.ts'
import { pause, type Witness } from '../fake-platform/webhook-sender.ts'

/** What the fake app dashboard would show, and how strict and how quick the platform is. */
export interface FakeMessengerOptions {
  readonly pageId: string
  readonly appId: number
  readonly appSecret: string
  readonly pageToken: string
  readonly webhookUrl: string
  readonly people?: readonly string[] // known from the start, having just written
  readonly now?: () => Date
  readonly wait?: (ms: number) => Promise<void>
  readonly random?: () => number
  readonly witness?: Witness
  readonly mishap?: Mishap // of messages
  readonly ladderMs?: readonly number[]
  readonly timeoutMs?: number
  readonly disables?: boolean // stop sending after a used-up ladder, as Meta does
  readonly echoes?: boolean // message_echoes after each message
  readonly receipts?: boolean // deliveries and reads
  readonly requireProof?: boolean // "Require app secret" is on
  readonly namesCommenters?: boolean // `from` on comments, which depends on the app's access
  readonly escapeSlashes?: boolean // "/" as "\/", as older pages describe
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Meta's own time-out, an hour of retries, and its manners. */
const messengerHabits = {
  people: [],
  now: () => new Date(),
  wait: pause,
  ladderMs: [0, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 38 * MINUTE],
  timeoutMs: 5 * SECOND,
  disables: true,
  echoes: true,
  receipts: true,
  requireProof: true,
  namesCommenters: true,
  escapeSlashes: false,
} as const satisfies Partial<FakeMessengerOptions>

export type MessengerHabits = FakeMessengerOptions &
  Required<Pick<FakeMessengerOptions, keyof typeof messengerHabits>>

export function withMessengerHabits(options: FakeMessengerOptions): MessengerHabits {
  return { ...messengerHabits, ...options }
}
