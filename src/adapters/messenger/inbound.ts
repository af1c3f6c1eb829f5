import { createHmac } from 'node:crypto'
import type { InboundMessage, InboundRequest, Observation, Received } from '../../ports.ts'
import { eventHash } from '../platform/event-hash.ts'
import { readJson } from '../platform/read-json.ts'
import { sameText } from '../same-text.ts'
import { commentIn } from './comment.ts'
import { type MessagingEvent, messagingEvent, pageBody, pageEntry } from './event.ts'
import { saidInEvent } from './said-in-event.ts'

export interface MessengerKeys {
  readonly pageId: string
  readonly appSecret: string
}

/** One event: a message to keep, or the name under which it is counted, with what it tells of our own messages. */
type Sorted = InboundMessage | { readonly name: string; readonly told?: Observation }

/** Reads one webhook call: any number of entries, Pages and kinds of event, in the order they came. */
export function receiveFromMessenger(request: InboundRequest, keys: MessengerKeys): Received {
  if (!isSigned(request, keys.appSecret)) return { kind: 'refused', why: 'bad signature' }
  const body = pageBody.safeParse(readJson(request.rawBody))
  const sorted = body.success
    ? body.data.entry.flatMap((entry) => sortEntry(entry, keys.pageId))
    : [{ name: 'not-a-page' }]
  return {
    kind: 'events',
    messages: sorted.flatMap((event) => ('said' in event ? [event] : [])),
    ignored: sorted.flatMap((event) => ('name' in event ? [event.name] : [])),
    observations: sorted.flatMap((event) => ('told' in event ? [event.told] : [])),
  }
}

function sortEntry(given: unknown, pageId: string): readonly Sorted[] {
  const entry = pageEntry.safeParse(given)
  if (!entry.success) return [{ name: 'unreadable' }]
  const { id, time, messaging, standby, changes } = entry.data
  if (id !== pageId) return [{ name: 'not-our-page' }]
  return [
    ...messaging.map((event) => sortEvent(event, pageId, time)),
    ...standby.map(() => ({ name: 'standby' })), // another app has the thread: it answers, we do not
    ...changes.map((change) => commentIn(change, pageId, time) ?? { name: 'page-change' }),
  ]
}

function sortEvent(given: unknown, pageId: string, entryTime: Date | undefined): Sorted {
  const read = messagingEvent.safeParse(given)
  if (!read.success) return { name: 'unreadable' }
  const event = read.data
  const overheard = overheardName(event, pageId)
  if (overheard !== undefined) return { name: overheard, ...echoIn(event, pageId) }
  const said = saidInEvent(event)
  if (!said) return { name: silent.find((name) => name in event) ?? 'unknown-event' }
  const sentAt = event.timestamp ?? entryTime
  if (!event.sender || !sentAt) return { name: 'unreadable' }
  const from = { channel: 'messenger', desk: pageId, id: event.sender.id } as const
  return { from, messageId: keyOf(event), sentAt, said }
}

function keyOf({ message, postback, sender, timestamp, referral }: MessagingEvent): string {
  const mid = message?.mid ?? postback?.mid
  return mid ?? eventHash(sender?.id, timestamp, message, postback, referral)
}

/** The name of what was not said by a person to us: our own voice, another Page's event, a message taken back. */
function overheardName({ message, sender, recipient }: MessagingEvent, pageId: string): string | undefined {
  if (message?.is_echo || sender?.id === pageId) return 'echo'
  if (recipient?.id !== pageId) return 'not-our-page'
  return message?.is_deleted ? 'deleted' : undefined
}

/** Every message of the Page comes back, ours with the id we gave it. */
function echoIn({ message, recipient }: MessagingEvent, desk: string): { readonly told?: Observation } {
  const { is_echo, mid, metadata } = message ?? {}
  if (!is_echo || mid === undefined || !recipient) return {}
  const to = { channel: 'messenger', desk, id: recipient.id } as const
  const ours = metadata === undefined ? {} : { outboundId: metadata }
  return { told: { kind: 'echo', to, platformId: mid, ...ours } }
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
