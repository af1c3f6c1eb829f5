import { createHash } from 'node:crypto'
import type { Correspondent, InboundMessage, InboundRequest, Observation, Received } from '../../ports.ts'
import { eventHash } from '../platform/event-hash.ts'
import { readJson } from '../platform/read-json.ts'
import { sameText } from '../same-text.ts'
import { zaloEnvelope, zaloEvent, type ZaloEvent } from './event.ts'
import { saidInEvent, sourceIn } from './said-in-event.ts'
import { isSilentZaloEvent } from './silent-events.ts'
import type { ZaloVariants } from './variants.ts'

/** What the Zalo console gives us. The OA secret is not the app secret. */
export interface ZaloKeys {
  readonly appId: string
  readonly oaId: string
  readonly oaSecret: string
  readonly signedBy?: ZaloVariants['signedBy'] // absent: by the app
}

/** Reads one webhook call. Zalo never batches: it is one message, or one event ignored by name. */
export function receiveFromZalo(request: InboundRequest, keys: ZaloKeys): Received {
  const body = readJson(request.rawBody)
  const envelope = zaloEnvelope.safeParse(body)
  if (!envelope.success || envelope.data.app_id !== keys.appId) {
    return { kind: 'refused', why: 'not an event of our Zalo app' }
  }
  const { timestamp } = envelope.data
  if (!isSigned(request, keys, timestamp))
    return { kind: 'refused', why: whyUnsigned(request, keys, timestamp) }
  const event = zaloEvent.safeParse(body)
  if (!event.success) return ignored('unreadable')
  return sortEvent(event.data, keys.oaId)
}

function sortEvent(event: ZaloEvent, oaId: string): Received {
  if (!isAboutOa(event, oaId)) return ignored('not-our-page')
  const name = isSilentZaloEvent(event.event_name) ? event.event_name : 'unknown-event'
  const said = saidInEvent(event)
  if (!said) return { ...ignored(name), ...toldIn(event, oaId) }
  const person = personIn(event, oaId)
  if (person === undefined) return ignored('unreadable')
  const source = sourceIn(event.message?.text)
  const message = { ...messageOf(event, person, oaId), said, ...(source && { source }) }
  return { kind: 'events', messages: [message], ignored: [] }
}

/** They take back what they allowed the app, which is a request to erase them; or an administrator wrote by hand. */
function toldIn(event: ZaloEvent, desk: string): { readonly observations?: readonly Observation[] } {
  const { event_name: name, sender, recipient, timestamp: at } = event
  if (name === 'user_withdraw') {
    const id = personIn(event, desk)
    return id === undefined
      ? {}
      : { observations: [{ kind: 'erase', who: { channel: 'zalo', desk, id }, at }] }
  }
  const ofTemplates = toldOfTemplates(event, desk)
  if (ofTemplates) return { observations: [ofTemplates] }
  const isOurs = name.startsWith('oa_send_') && sender?.id === desk && !name.includes('anonymous')
  if (!isOurs || !recipient) return {}
  const to = { channel: 'zalo', desk, id: recipient.id } as const
  if (sender.admin_id !== undefined) return { observations: [{ kind: 'person-spoke', to, at }] }
  return echoIn(event, to)
}

/** The receipt of one of our templates, or how many a day Zalo lets the OA send from now on. */
function toldOfTemplates(
  { event_name: name, message, quota }: ZaloEvent,
  desk: string,
): Observation | undefined {
  const trackingId = name === 'user_received_message' ? message?.tracking_id : undefined
  if (trackingId !== undefined) return { kind: 'notice-arrived', trackingId }
  if (name !== 'change_oa_daily_quota' || !quota) return undefined
  return { kind: 'template-quota', desk, daily: quota.new_value }
}

/** What we sent comes back without any id of ours: whom it went to and its words (a picture: that it is one) say which one it is. */
function echoIn(
  { message, timestamp: at }: ZaloEvent,
  to: Correspondent,
): { readonly observations?: readonly Observation[] } {
  const { msg_id: platformId, text: said, attachments = [] } = message ?? {}
  const template = attachments.find(({ type }) => type === 'template')
  const isPicture = attachments.some(({ type }) => type === 'image') && ({ isPicture: true } as const)
  const wordless = template ? (template.payload.text ?? '') : isPicture ? '' : undefined
  const text = said ?? wordless // a form and a picture may come back without any words
  if (platformId === undefined || text === undefined) return {}
  return { observations: [{ kind: 'echo', to, platformId, words: { text, at, ...isPicture } }] }
}

function messageOf(event: ZaloEvent, person: string, oaId: string): Omit<InboundMessage, 'said'> {
  const { event_name, timestamp, message } = event
  return {
    from: { channel: 'zalo', desk: oaId, id: person },
    messageId: message?.msg_id ?? eventHash(event_name, person, timestamp),
    sentAt: timestamp,
  }
}

/** Zalo swaps sender and recipient by event, so neither means anything until one of them is us. */
function isAboutOa({ sender, recipient, oa_id, oaId: oaCamel }: ZaloEvent, ours: string): boolean {
  return [sender?.id, recipient?.id, oa_id, oaCamel].includes(ours)
}

function personIn({ sender, recipient, follower, user_id }: ZaloEvent, ours: string): string | undefined {
  if (recipient?.id === ours) return sender?.id
  return sender === undefined ? (follower?.id ?? user_id) : undefined
}

function ignored(name: string): Received {
  return { kind: 'events', messages: [], ignored: [name] }
}

/** Zalo's other way of signing is not taken, but said: somebody has to look at the settings. */
function whyUnsigned(request: InboundRequest, keys: ZaloKeys, timestamp: string): string {
  const signedBy = keys.signedBy === 'oa' ? 'app' : 'oa'
  const isOther = isSigned(request, { ...keys, signedBy }, timestamp)
  return isOther ? `signed with the id of the ${signedBy}: see ZALO_SIGNED_BY` : 'bad signature'
}

/** A plain SHA-256, not an HMAC, of an id + raw body + timestamp + OA secret. Some deliveries omit "mac=". */
function isSigned(request: InboundRequest, keys: ZaloKeys, timestamp: string): boolean {
  const { appId, oaId, oaSecret, signedBy } = keys
  const first = signedBy === 'oa' ? oaId : appId
  const hash = createHash('sha256').update(first).update(request.rawBody).update(timestamp).update(oaSecret)
  return sameText(request.header('x-zevent-signature')?.replace(/^mac=/, ''), hash.digest('hex'))
}
