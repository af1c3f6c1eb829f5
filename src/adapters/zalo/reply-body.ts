import type { Limits, Reply } from '../../conversation/reply.ts'
import { likelyVariants, type ZaloVariants } from './variants.ts'

/** https://docs.zaloplatforms.com, "tin tư vấn": 2 000 characters, five buttons, titles up to 100. */
export const zaloLimits: Limits = { textLength: 2_000, buttons: 5, buttonLength: 100 }

/** The same, where the Official Account shows its contact form. */
export function zaloLimitsWith(form: ContactForm | undefined): Limits {
  return form ? { ...zaloLimits, forms: ['contact'] } : zaloLimits
}

/** Within 48 hours of a person's last word replies are free; until 7 days each is charged; after that none is taken. */
export const zaloWindows = { freeMs: 48 * 3_600_000, openMs: 7 * 24 * 3_600_000 }

/** What is the same on every Official Account; `echoWithinMs`: how long an echo may take. */
export const zaloManners = {
  name: 'zalo',
  limits: zaloLimits,
  replyWithinMs: zaloWindows.openMs,
  echoWithinMs: 30_000,
} as const

/** Zalo's own form for name, phone and place. The picture on it is not optional there. */
export interface ContactForm {
  readonly title: string
  readonly imageUrl: string
}

/** The form asks in our words and belongs to nobody else: exactly one element. */
export function zaloFormBody(userId: string, { text }: Reply, { title, imageUrl }: ContactForm): object {
  const elements = [{ title, subtitle: text, image_url: imageUrl }]
  const payload = { template_type: 'request_user_info', elements }
  return { recipient: { user_id: userId }, message: { attachment: { type: 'template', payload } } }
}

/** A picture that was uploaded; the words stand under it. */
export function zaloPictureBody(userId: string, text: string, attachmentId: string): object {
  const elements = [{ media_type: 'image', attachment_id: attachmentId }]
  const attachment = { type: 'template', payload: { template_type: 'media', elements } }
  return { recipient: { user_id: userId }, message: { ...(text !== '' && { text }), attachment } }
}

/** The body of `POST /v3.0/oa/message/cs`. A template of buttons has no `template_type`, unlike all the others. */
export function zaloReplyBody(
  userId: string,
  { text, buttons }: Reply,
  variant: ZaloVariants['buttons'] = likelyVariants.buttons,
): object {
  const recipient = { user_id: userId }
  if (buttons.length === 0) return { recipient, message: { text } }
  const shown = buttons.map(({ label, payload }) => ({ title: label, type: 'oa.query.hide', payload }))
  if (variant === 'typed') {
    const payload = { template_type: 'button', text, buttons: shown }
    return { recipient, message: { attachment: { type: 'template', payload } } }
  }
  return { recipient, message: { text, attachment: { type: 'template', payload: { buttons: shown } } } }
}
