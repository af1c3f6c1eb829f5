import { z } from 'zod'
import type { ZaloHabits } from './options.ts'

const HOUR_MS = 3_600_000

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

const personBody = z.object({
  user_id: z.string(),
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.string()),
  tracking_id: z.string().max(48).optional(),
})

/** A template to somebody who wrote to the OA, as Zalo would show it, or the error number of the message family. */
export function readPersonNotice(body: unknown, { templates, phoneOnly, personTracking }: ZaloHabits) {
  const read = personBody.safeParse(body)
  if (!read.success || (read.data.tracking_id !== undefined && !personTracking)) return -201
  const { user_id: userId, template_id: templateId, template_data: data } = read.data
  if (templates && !templates.includes(templateId)) return -201
  return phoneOnly.includes(templateId) ? -249 : { userId, templateId, data }
}

/** Templates that promote do not go between 22:00 and 06:00 in Viet Nam. */
export function isRefusedAtNight(templateId: string, { promotions, now }: ZaloHabits): boolean {
  const hour = Math.floor((now().getTime() / HOUR_MS + 7) % 24)
  return promotions.includes(templateId) && (hour >= 22 || hour < 6)
}

export const noticeErrorTexts: Readonly<Record<number, string>> = {
  [-108]: 'Phone number invalid',
  [-109]: 'Template id invalid',
  [-124]: 'Access token invalid',
  [-132]: 'Parameter invalid',
  [-133]: 'Template is not allowed to send at night',
}
