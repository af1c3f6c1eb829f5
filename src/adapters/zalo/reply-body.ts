import type { Limits, Reply } from '../../conversation/reply.ts'

/** https://docs.zaloplatforms.com, "tin tư vấn": 2 000 characters, five buttons, titles up to 100. */
export const zaloLimits: Limits = { textLength: 2_000, buttons: 5, buttonLength: 100 }

/** The body of `POST /v3.0/oa/message/cs`. A template of buttons has no `template_type`, unlike all the others. */
export function zaloReplyBody(userId: string, { text, buttons }: Reply): object {
  const recipient = { user_id: userId }
  if (buttons.length === 0) return { recipient, message: { text } }
  const shown = buttons.map(({ label, payload }) => ({ title: label, type: 'oa.query.hide', payload }))
  return { recipient, message: { text, attachment: { type: 'template', payload: { buttons: shown } } } }
}
