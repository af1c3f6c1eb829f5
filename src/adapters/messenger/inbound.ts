import { createHmac } from 'node:crypto'
import type { InboundMessage, InboundRequest, Observation, Received } from '../../ports.ts'
import type { TalkSource } from '../../conversation/said.ts'
import { eventHash } from '../platform/event-hash.ts'
import { readJson } from '../platform/read-json.ts'
import { sameText } from '../same-text.ts'
import { commentIn } from './comment.ts'
import { type MessagingEvent, messagingEvent, pageBody, pageEntry } from './event.ts'
import { saidInEvent } from './said-in-event.ts'

export interface MessengerKeys {
  readonly pageId: string
  readonly appSecret: string
  /** Our app's id, where it is known: what it sent is never taken for a person's words. */
  readonly appId?: string
}

/** One event: a message to keep, or the name under which it is counted, with what it tells of our own messages. */
type Sorted = InboundMessage | { readonly name: string; readonly told?: Observation }

/** Reads one webhook call: any number of entries, Pages and kinds of event, in the order they came. */
export function receiveFromMessenger(request: InboundRequest, keys: MessengerKeys): Received {
  if (!isSigned(request, keys.appSecret)) return { kind: 'refused', why: 'bad signature' }
  const body = pageBody.safeParse(readJson(request.rawBody))
  const sorted = body.success
    ? body.data.entry.flatMap((entry) => sortEntry(entry, keys))
    : [{ name: 'not-a-page' }]
  return {
    kind: 'events',
    messages: sorted.flatMap((event) => ('said' in event ? [event] : [])),
    ignored: sorted.flatMap((event) => ('name' in event ? [event.name] : [])),
    observations: sorted.flatMap((event) => ('told' in event ? [event.told] : [])),
  }
}

function sortEntry(given: unknown, keys: MessengerKeys): readonly Sorted[] {
  const { pageId } = keys
  const entry = pageEntry.safeParse(given)
  if (!entry.success) return [{ name: 'unreadable' }]
  const { id, time, messaging, standby, changes } = entry.data
  if (id !== pageId) return [{ name: 'not-our-page' }]
  return [
    ...messaging.map((event) => sortEvent(event, keys, time)),
    ...standby.map((event) => overheard(sortEvent(event, keys, time))),
    ...changes.map((change) => commentIn(change, pageId, time) ?? { name: 'page-change' }),
  ]
}

/** Another app has the thread: what a person says there is for whoever answers in it. */
function overheard(event: Sorted): Sorted {
  return 'said' in event ? { ...event, isOverheard: true } : event
}

function sortEvent(given: unknown, keys: MessengerKeys, entryTime: Date | undefined): Sorted {
  const { pageId } = keys
  const read = messagingEvent.safeParse(given)
  if (!read.success) return { name: 'unreadable' }
  const event = read.data
  const name = unspokenName(event, pageId)
  if (name !== undefined) return { name, ...echoIn(event, keys, event.timestamp ?? entryTime) }
  const said = saidInEvent(event)
  if (!said)
    return { name: silent.find((name) => name in event) ?? 'unknown-event', ...threadIn(event, keys) }
  const sentAt = event.timestamp ?? entryTime
  if (!event.sender || !sentAt) return { name: 'unreadable' }
  const from = { channel: 'messenger', desk: pageId, id: event.sender.id } as const
  return { from, messageId: keyOf(event), sentAt, said, ...sourceIn(event) }
}

const LONGEST_CODE = 200

/** A link's `ref` or an advertisement: on its own, with Get Started, or with the first message after the click. */
function sourceIn({ message, postback, referral }: MessagingEvent): Pick<InboundMessage, 'source'> {
  const { ref, ad_id: ad, source } = referral ?? postback?.referral ?? message?.referral ?? {}
  const codes = [ref, ad].flatMap((code) => code ?? [])
  if (codes.length === 0 || codes.some((code) => code.length > LONGEST_CODE)) return {}
  return { source: withoutBlanks({ kind: ad !== undefined || source === 'ADS' ? 'ad' : 'link', ref, ad }) }
}

function withoutBlanks({ kind, ref, ad }: Blanks): TalkSource {
  return { kind, ...(ref !== undefined && { ref }), ...(ad !== undefined && { ad }) }
}

type Blanks = { readonly [K in keyof TalkSource]-?: TalkSource[K] | undefined } & Pick<TalkSource, 'kind'>

function keyOf({ message, postback, sender, timestamp, referral }: MessagingEvent): string {
  const mid = message?.mid ?? postback?.mid
  return mid ?? eventHash(sender?.id, timestamp, message, postback, referral)
}

/** The name of what was not said by a person to us: our own voice, another Page's event, a message taken back. */
function unspokenName({ message, sender, recipient }: MessagingEvent, pageId: string): string | undefined {
  if (message?.is_echo || sender?.id === pageId) return 'echo'
  if (recipient?.id !== pageId) return 'not-our-page'
  return message?.is_deleted ? 'deleted' : undefined
}

/**
 * Every message of the Page comes back, ours with the id we gave it. One that neither our app nor our id vouches for was
 * written by a person: in the Page's own inbox, or in another tool of theirs.
 */
function echoIn(
  { message, recipient }: MessagingEvent,
  { pageId: desk, appId }: MessengerKeys,
  at: Date | undefined,
): { readonly told?: Observation } {
  const { is_echo, mid, metadata, app_id } = message ?? {}
  if (!is_echo || mid === undefined || !recipient) return {}
  const to = { channel: 'messenger', desk, id: recipient.id } as const
  const isOurs = metadata !== undefined || (app_id !== undefined && app_id === appId)
  if (!isOurs && at) return { told: { kind: 'person-spoke', to, at } }
  const ours = metadata === undefined ? {} : { outboundId: metadata }
  return { told: { kind: 'echo', to, platformId: mid, ...ours, ...(at && { at }) } }
}

/** Another app passed the thread to us. */
function threadIn(
  { pass_thread_control: passed, sender }: MessagingEvent,
  { pageId: desk, appId }: MessengerKeys,
): { readonly told?: Observation } {
  if (!passed || !sender || passed.new_owner_app_id !== appId) return {}
  return { told: { kind: 'thread-back', who: { channel: 'messenger', desk, id: sender.id } } }
}

const silent: readonly string[] = [
  'delivery',
  'read',
  'reaction',
  'message_edit',
  'optin',
  'pass_thread_control',
  'take_thread_control',
  'request_thread_control',
  'app_roles',
  'policy_enforcement',
]

/** HMAC over the bytes as received: Meta escapes "ạ" as \u1ea1, so parsing and re-writing the JSON breaks it. */
function isSigned(request: InboundRequest, appSecret: string): boolean {
  const expected = `sha256=${createHmac('sha256', appSecret).update(request.rawBody).digest('hex')}`
  return sameText(request.header('x-hub-signature-256'), expected)
}
