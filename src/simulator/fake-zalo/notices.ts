import { z } from 'zod'

/** A template message on an agent's phone. */
export interface FakeNotice {
  readonly id: string
  readonly phone: string // 84…
  readonly templateId: string
  readonly data: Readonly<Record<string, string>>
  readonly trackingId: string
  readonly at: Date
}

const templateBody = z.object({
  phone: z.string(),
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.string()),
  tracking_id: z.string().min(1).max(48),
})

/** A template message Zalo would accept, or the error number of the template family. */
export function readNotice(
  body: unknown,
  approved: readonly string[] | undefined,
): Omit<FakeNotice, 'id' | 'at'> | number {
  const read = templateBody.safeParse(body)
  if (!read.success) return -132
  const { phone, template_id: templateId, template_data: data, tracking_id: trackingId } = read.data
  if (!/^\+?84\d{9,10}$/.test(phone)) return -108
  if (approved && !approved.includes(templateId)) return -109
  return { phone: phone.replace('+', ''), templateId, data, trackingId }
}

export const noticeErrorTexts: Readonly<Record<number, string>> = {
  [-108]: 'Phone number invalid',
  [-109]: 'Template id invalid',
  [-124]: 'Access token invalid',
  [-132]: 'Parameter invalid',
}
