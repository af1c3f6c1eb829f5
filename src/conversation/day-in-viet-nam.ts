import type { Day } from '../policy/values.ts'

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The calendar day in Viet Nam at an instant. */
export function dayInVietNam(instant: Date): Day {
  return calendar.format(instant) as Day // en-CA writes 2026-11-22
}
