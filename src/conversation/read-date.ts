import type { Day } from '../policy/values.ts'
import { calendarWords } from './calendar-words.ts'
import { dayPartsIn, isRealDay, nearestDays, type DayParts } from './read-day-parts.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'

/** How far ahead a two-digit year may lie before it means the last century. */
const YEARS_AHEAD = 20

/** "1/7/2026", "tháng 7/26", "mai", "thứ hai tuần sau" → the parts said. A day that does not exist is asked back. */
export function readDate(text: string, today: Day): Read<DayParts> {
  const said = dayPartsIn(calendarWords(text, today))
  if (!said) return nothingRead
  const thisYear = Number(today.slice(2, 4))
  const y = said.y === undefined ? null : fullYear(said.y, thisYear + YEARS_AHEAD)
  const parts = { y, m: numberOrNull(said.m), d: numberOrNull(said.d) }
  return isRealDay(parts) ? sure(parts) : askBack(nearestDays(parts))
}

/** "68" → 1968; up to `latest` it is this century. */
export function fullYear(digits: string, latest: number): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year <= latest ? 2000 + year : 1900 + year
}

export function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
