import { daysAfter } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'

export const periodKinds = ['week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A span of whole days with its usual name: 2026-W48, 2026-11, 2026-Q4, 2026. The first and the last day are included. */
export interface Period {
  readonly kind: PeriodKind
  readonly key: string
  readonly from: Day
  readonly until: Day
}

const DAY_MS = 86_400_000
const MONTHS_A_QUARTER = 3

/** The period of a kind that a day lies in; weeks are ISO weeks, Monday to Sunday. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const [year = 0, month = 1] = day.split('-').map(Number)
  switch (kind) {
    case 'week':
      return weekOf(day)
    case 'month':
      return months(kind, day.slice(0, 7), { year, first: month, count: 1 })
    case 'quarter': {
      const quarter = Math.ceil(month / MONTHS_A_QUARTER)
      const first = (quarter - 1) * MONTHS_A_QUARTER + 1
      return months(kind, `${year}-Q${quarter}`, { year, first, count: MONTHS_A_QUARTER })
    }
    case 'year':
      return months(kind, String(year), { year, first: 1, count: 12 })
  }
}

/** Reads a period by its name; undefined when there is none such, as week 54. */
export function readPeriod(key: string): Period | undefined {
  const [, year = '', letter = '', number] = /^(\d{4})(?:-([WQ]?)(\d{1,2}))?$/.exec(key.trim()) ?? []
  if (year === '') return undefined
  return number === undefined ? yearly(Number(year)) : numbered(Number(year), letter, Number(number))
}

const yearly = (year: number) => periodOf('year', dayOf(year, 1, 1))

function numbered(year: number, letter: string, number: number): Period | undefined {
  if (letter === 'W') return weekNumbered(year, number)
  const [kind, count] = letter === 'Q' ? (['quarter', MONTHS_A_QUARTER] as const) : (['month', 1] as const)
  return number >= 1 && number * count <= 12 ? periodOf(kind, dayOf(year, number * count, 1)) : undefined
}

/** "Tuần 48 (23/11–29/11/2026)", "Tháng 11/2026", "Quý 4/2026", "Năm 2026". */
export function periodInWords({ kind, key, from, until }: Period): string {
  const [year = '', part = ''] = key.split('-')
  const number = Number(part.replace(/\D/g, ''))
  if (kind === 'week') return `Tuần ${number} (${short(from)}–${short(until)}/${until.slice(0, 4)})`
  if (kind === 'month') return `Tháng ${number}/${year}`
  return kind === 'quarter' ? `Quý ${number}/${year}` : `Năm ${year}`
}

const short = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}`

/** How many days from one to the other, both included; 0 when the second is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1)
}

/** The same days in pieces of so many at most, in order. */
export function spansOf(
  { from, until }: Pick<Period, 'from' | 'until'>,
  most: number,
): readonly Pick<Period, 'from' | 'until'>[] {
  const days = daysBetween(from, until)
  return Array.from({ length: Math.ceil(days / most) }, (_, i) => ({
    from: daysAfter(from, i * most),
    until: daysAfter(from, Math.min(days, (i + 1) * most) - 1),
  }))
}

function weekOf(day: Day): Period {
  const at = Date.parse(day)
  const weekday = (new Date(at).getUTCDay() + 6) % 7 // Monday 0
  const monday = at - weekday * DAY_MS
  const thursday = new Date(monday + 3 * DAY_MS)
  const year = thursday.getUTCFullYear() // a week belongs to the year of its Thursday
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1
  const key = `${year}-W${String(number).padStart(2, '0')}`
  return { kind: 'week', key, from: asDay(monday), until: asDay(monday + 6 * DAY_MS) }
}

function weekNumbered(year: number, number: number): Period | undefined {
  const first = weekOf(dayOf(year, 1, 4)) // the fourth of January lies in week 1
  const found = weekOf(asDay(Date.parse(first.from) + (number - 1) * 7 * DAY_MS))
  return number >= 1 && found.key.startsWith(`${year}-`) ? found : undefined
}

function months(
  kind: PeriodKind,
  key: string,
  { year, first, count }: { readonly year: number; readonly first: number; readonly count: number },
): Period {
  const last = Date.UTC(year, first - 1 + count, 1) - DAY_MS
  return { kind, key, from: dayOf(year, first, 1), until: asDay(last) }
}

function dayOf(year: number, month: number, day: number): Day {
  return asDay(Date.UTC(year, month - 1, day))
}

function asDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10) as Day // toISOString writes a day so
}
