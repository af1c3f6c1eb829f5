import { outcomeLabels } from '../../../labels.ts'
import type { AnswerTo } from '../api.ts'

/** A lead as whoever works on it sees it, in the app and at a desk. */
export type SeenLead = AnswerTo<'POST /leads/:id/reveal'>

/** What is tapped after a call: short enough for two beside each other on a phone. */
export const tapNames = {
  ...outcomeLabels,
  'wrong-number': 'Sai số',
  'other-commune': 'Ở xã khác',
  'erase-request': 'Yêu cầu xoá',
} as const

export const worryNames: Readonly<Record<NonNullable<SeenLead['worry']>, string>> = {
  cost: 'Sợ tốn tiền',
  years: 'Sợ không đủ năm',
  benefit: 'Chưa rõ được gì',
  paperwork: 'Ngại giấy tờ',
  trust: 'Sợ bị lừa',
  expiring: 'Thẻ sắp hết hạn',
}

const hour = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
})
const dayKey = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
const dayAndMonth = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
})
const DAY_MS = 24 * 3_600_000

/** "14:30 hôm nay", "8:00 ngày mai", "9:00 ngày 02/12": an hour as people say it. */
export function hourInWords(iso: string, now = Date.now()): string {
  const at = new Date(iso)
  const days = [
    ['hôm nay', 0],
    ['ngày mai', DAY_MS],
    ['hôm qua', -DAY_MS],
  ] as const
  const near = days.find(([, away]) => dayKey.format(now + away) === dayKey.format(at))
  return `${hour.format(at)} ${near?.[0] ?? `ngày ${dayAndMonth.format(at)}`}`
}

/** Today in Viet Nam, "2026-11-27", or so many days later. */
export const dayFromNow = (days = 0): string => dayKey.format(Date.now() + days * DAY_MS)

/** "0912 345 678", from "+84912345678". */
export const phoneInWords = (e164: string): string =>
  e164.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')
