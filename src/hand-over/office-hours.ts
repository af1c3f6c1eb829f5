import { fold } from '../conversation/fold.ts'

/** A stretch of a day in minutes since midnight in Viet Nam; `until` is no longer part of it. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** Open stretches by day of the week (0 is Sunday), in order. */
export type OfficeHours = readonly (readonly Stretch[])[]

/** What somebody reads who wrote hours that cannot be read. */
export const HOURS_SAY = 'phải ghi kiểu "thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h00; thứ Bảy 7h30–11h30"'

const DAYS = 7
const DAY_MINUTES = 24 * 60
const workingDays = [1, 2, 3, 4, 5]
const dayNames: Readonly<Record<string, number>> = {
  'chu nhat': 0,
  cn: 0,
  'thu hai': 1,
  'thu ba': 2,
  'thu tu': 3,
  'thu nam': 4,
  'thu sau': 5,
  'thu bay': 6,
}
const named = String.raw`(?:chu nhat|cn|thu (?:hai|bay|ba|tu|nam|sau|[2-7]))`
const dayRange = new RegExp(String.raw`(${named})(?:\s*-\s*(${named}))?`, 'g')
const clock = String.raw`(\d{1,2})\s*(?:h|g|gio|:)\s*(\d{2})?`
const clockRange = new RegExp(String.raw`${clock}\s*-\s*${clock}`, 'g')

/**
 * Reads office hours as a page writes them for its citizens: "thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h00; thứ Bảy
 * 7h30–11h30". Without days they are Monday to Friday. Undefined when no stretch can be read, or one ends before it begins.
 */
export function readOfficeHours(text: string): OfficeHours | undefined {
  const week: Stretch[][] = Array.from({ length: DAYS }, () => [])
  for (const clause of fold(text).split(/[;\n]/)) {
    const plain = clause.replace(/[–—]|\bden\b/g, '-')
    const stretches = stretchesIn(plain)
    if (!stretches) return undefined
    for (const day of daysIn(plain)) week[day]?.push(...stretches)
  }
  return week.map((day) => day.toSorted((a, b) => a.from - b.from))
}

/** Of a clause that names no hour, or an impossible one, nothing can be read. */
function stretchesIn(clause: string): readonly Stretch[] | undefined {
  const read = [...clause.matchAll(clockRange)].map(([, h1, m1 = '0', h2, m2 = '0']) => ({
    from: Number(h1) * 60 + Number(m1),
    until: Number(h2) * 60 + Number(m2),
  }))
  const isPossible = read.every(({ from, until }) => from < until && until <= DAY_MINUTES)
  return read.length > 0 && isPossible ? read : undefined
}

function daysIn(clause: string): readonly number[] {
  if (/\b(?:hang|moi|ca) (?:ngay|tuan)\b/.test(clause)) return [0, ...workingDays, 6]
  const ranges = [...clause.matchAll(dayRange)]
  return ranges.length === 0 ? workingDays : ranges.flatMap(([, first, last]) => daysBetween(first, last))
}

function daysBetween(first: string | undefined, last: string | undefined): readonly number[] {
  const from = dayNumber(first)
  const until = last === undefined ? from : dayNumber(last)
  const count = ((until - from + DAYS) % DAYS) + 1
  return Array.from({ length: count }, (_, i) => (from + i) % DAYS)
}

function dayNumber(name = ''): number {
  const digit = Number(/\d/.exec(name)?.[0])
  return Number.isNaN(digit) ? (dayNames[name] ?? 0) : digit - 1
}
