import type { Day } from '../policy/values.ts'

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The calendar day in Viet Nam at an instant. */
export function dayInVietNam(instant: Date): Day {
  return calendar.format(instant) as Day // en-CA writes 2026-11-22
}

const AHEAD_OF_UTC_MINUTES = 7 * 60 // all year: no summer time
const DAY_MINUTES = 24 * 60

/** Minutes since midnight in Viet Nam at an instant. */
export function minuteInVietNam(instant: Date): number {
  return (Math.floor(instant.getTime() / 60_000) + AHEAD_OF_UTC_MINUTES) % DAY_MINUTES
}

/** The instant of a minute of a day in Viet Nam; minutes past the day's last go on into the next. */
export function instantInVietNam(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (minute - AHEAD_OF_UTC_MINUTES) * 60_000)
}
