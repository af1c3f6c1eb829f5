import type { Limits, Reply } from '../../conversation/reply.ts'
import { isComment, recipientOf } from './comment.ts'

/** Send API: 2 000 characters of text, thirteen quick replies with titles up to 20. */
export const messengerLimits: Limits = { textLength: 2_000, buttons: 13, buttonLength: 20 }

/** What is the same on every Page: limits, 24 hours to reply in, and how long an echo may take. */
export const messengerManners = {
  name: 'messenger',
  limits: messengerLimits,
  replyWithinMs: 24 * 3_600_000,
  echoWithinMs: 30_000,
} as const

/** A reply; or, up to seven days later, what a person typed. The tag is never put on the bot's words. */
type MessageKind =
  | { readonly messaging_type: 'RESPONSE' }
  | { readonly messaging_type: 'MESSAGE_TAG'; readonly tag: 'HUMAN_AGENT' }
export const humanAgent: MessageKind = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
export const HUMAN_AGENT_MS = 7 * 24 * 3_600_000

/** What is said: `attachment` is the picture that was uploaded for it. Meta takes words or a picture, never both in one. */
interface Said {
  readonly reply: Reply
  readonly outboundId: string
  readonly attachment: string | undefined
}

/** The body of `POST /{page}/messages`. Meta has no idempotency key: our id rides along and comes back on the echo. */
export function messengerReplyBody(
  address: string,
  { reply: { text, buttons }, outboundId, attachment }: Said,
  kind: MessageKind = { messaging_type: 'RESPONSE' },
): object {
  const quickReplies = buttons.map(({ label, payload }) => ({ content_type: 'text', title: label, payload }))
  return {
    recipient: recipientOf(address),
    ...(!isComment(address) && kind),
    message: {
      ...(attachment === undefined
        ? { text }
        : { attachment: { type: 'image', payload: { attachment_id: attachment } } }),
      ...(quickReplies.length > 0 && { quick_replies: quickReplies }),
      metadata: outboundId,
    },
  }
}
