import { type Activity, type ConversationReference, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Limits, Reply } from '../conversation/reply.ts'
import type { Said, Wordless } from '../conversation/said.ts'
import type { Correspondent, InboundMessage } from '../ports.ts'

/** No channel behind the Bot Framework shows less; the Emulator shows more. */
export const frameworkLimits: Limits = { textLength: 2_000, buttons: 10, buttonLength: 60 }

const id = z.string().min(1)
/** All that is needed to write to somebody again. It is their address with us, and sealed like every address. */
const address = z.object({ channel: id, service: z.url(), conversation: id, user: id })

const kinds: Readonly<Record<string, Wordless>> = { image: 'image', audio: 'audio', video: 'video' }

/** What a person did, ready to be kept; undefined for typing, receipts and everything else nobody waits on. */
export function messageIn(activity: Activity, receivedAt: Date): InboundMessage | undefined {
  const said = saidIn(activity)
  const from = said && correspondentIn(activity)
  if (!said || !from || !activity.id) return undefined
  const sentAt = new Date(activity.timestamp ?? receivedAt)
  return { from, messageId: activity.id, sentAt: Number.isNaN(sentAt.getTime()) ? receivedAt : sentAt, said }
}

function correspondentIn(activity: Activity): Correspondent | undefined {
  const { channelId: channel, serviceUrl: service, conversation, from, recipient } = activity
  const read = address.safeParse({ channel, service, conversation: conversation?.id, user: from?.id })
  const desk = id.safeParse(recipient?.id)
  if (!read.success || !desk.success) return undefined
  return { channel: 'bot-framework', desk: desk.data, id: JSON.stringify(read.data) }
}

function saidIn(activity: Activity): Said | undefined {
  if (activity.type === 'conversationUpdate') return arrivalIn(activity)
  if (activity.type !== 'message') return undefined
  const typed = activity.text?.trim() ?? ''
  if (typed.startsWith('#')) return { kind: 'words', text: typed, payload: typed } // a tap: the button's own value
  return typed === '' ? { kind: 'wordless', what: whatIn(activity) } : { kind: 'words', text: typed }
}

/** Somebody joined who is not the bot. */
function arrivalIn({ membersAdded = [], recipient }: Activity): Said | undefined {
  return membersAdded.some((member) => member.id !== recipient?.id) ? { kind: 'arrived' } : undefined
}

function whatIn({ attachments = [] }: Activity): Wordless {
  const [first] = attachments
  const kind = first?.contentType?.split('/')[0] ?? ''
  return kinds[kind] ?? (first ? 'file' : 'other')
}

/** Where to write to; undefined for an address we did not make. */
export function referenceOf(to: Correspondent): Partial<ConversationReference> | undefined {
  const read = address.safeParse(parsed(to.id))
  if (!read.success) return undefined
  const { channel, service, conversation, user } = read.data
  return TurnContext.getConversationReference({
    channelId: channel,
    serviceUrl: service,
    conversation: { id: conversation, name: '', isGroup: false, conversationType: '' },
    from: { id: user, name: '' },
    recipient: { id: to.desk, name: '' },
  })
}

/** A tap comes back as a message whose text is the button's value; what the person sees is its label. */
export function activityOf({ text, buttons }: Reply, outboundId: string): Partial<Activity> {
  const actions = buttons.map(({ label, payload }) => ({
    type: 'postBack',
    title: label,
    displayText: label,
    value: payload,
  }))
  const choices = actions.length > 0 && { suggestedActions: { to: [], actions } }
  return { type: 'message', text, channelData: { outboundId }, ...choices }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown // the schema says what it is
  } catch {
    return undefined
  }
}
