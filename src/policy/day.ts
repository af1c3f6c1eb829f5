import type { Day } from './values.ts'

const DAY_MS = 24 * 3_600_000

/** So many days later; earlier when negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day // toISOString writes a day so
}

/** Reads "2026-11-22"; undefined for anything that is not a day of the calendar. */
export function readDay(text: unknown): Day | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const instant = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text)) return undefined
  return text as Day // true by the two checks above
}
