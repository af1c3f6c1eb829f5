import type { Router } from 'express'
import type { Button } from '../../conversation/reply.ts'
import type { Wordless } from '../../conversation/said.ts'
import type { ChannelName } from '../../ports.ts'
import type { Delivery, WebhookControl } from './webhook-sender.ts'

/** One line of a chat as the person's phone shows it. */
export interface Line {
  readonly id: string
  readonly from: 'person' | 'page'
  readonly by?: 'staff' // typed by hand in the platform's own inbox
  readonly text: string
  readonly what?: Wordless // a sticker, a photo …: then `text` is empty
  readonly picture?: string // where the phone loads it from; then `text` says what is on it, or nothing does
  readonly buttons: readonly Button[]
  readonly at: Date
  readonly mark: 'sending' | 'delivered' | 'seen' | 'failed'
}

/** What the fake's send API answers next instead of doing its work. */
export type NextAnswer =
  | { readonly kind: 'error'; readonly code: number; readonly subcode?: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang-up'; readonly delivered: boolean } // the socket closes, before or after delivering
  | { readonly kind: 'silence'; readonly delivered: boolean } // no answer ever comes: the caller's time-out ends it

/** Called for each new line, and again when its mark changes. */
export type LineListener = (userId: string, line: Line) => void

/** A platform with virtual people. What they do becomes a signed webhook; each act resolves when we took it, or not. */
export interface FakePlatform {
  readonly name: ChannelName
  readonly router: Router // the platform's own API, to be mounted at the adapter's base address
  readonly webhooks: WebhookControl
  join(userId: string): void // known to the page from now on, without having done anything
  say(userId: string, text: string): Promise<Delivery>
  tap(userId: string, button: Button): Promise<Delivery>
  arrive(userId: string, ref?: string): Promise<Delivery> // follows the OA, presses Get Started
  staffSay(userId: string, text: string): Promise<Delivery> // somebody of the page, in the platform's own inbox
  sendWordless(userId: string, what: Wordless): Promise<Delivery>
  see(userId: string): void // opens the chat: everything the page sent is seen
  block(userId: string): void
  thread(userId: string): readonly Line[]
  received(userId: string): readonly Line[] // what the page sent them, in the order it came
  onMessage(listen: LineListener): () => void
  failNext(answer: NextAnswer, times?: number): void
}
