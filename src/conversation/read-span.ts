import type { Span } from '../policy/span.ts'
import type { Day } from '../policy/values.ts'
import { fold } from './fold.ts'
import { readAge, type AgeValue } from './read-age.ts'
import { readBirth } from './read-birth.ts'
import { readDuration, type DurationValue } from './read-duration.ts'
import type { Read } from './read-result.ts'

/** The months a person may have been born in, YYYY-MM. */
export interface BirthSpan {
  readonly earliest: string
  readonly latest: string
}

const MOST_MONTHS = 1_200
const OLDEST = 120
const almost = /\b(gan|ngot|suyt|sap|xap)\b/
const orMore = /\btro (len|di)\b/
const none = /^(chua|khong|ko|k|0)( (dong|co|tung|tham gia|nam nao|thang nao|bao gio|lan nao|het|a))*$/

/** "12 năm", "7n4t", "hơn 10 năm", "khoảng 10 15 năm", "chưa đóng" → months; a bare number counts years. */
export function readMonths(text: string, today: Day): Span | undefined {
  if (none.test(fold(text))) return { min: 0, max: 0 }
  const short = readDays(fold(text))
  if (short) return short
  const value = favourite(readDuration(oneYear(text), today))
  return value && ('min' in value ? value : around(value, fold(text), MOST_MONTHS))
}

const days: Readonly<Record<string, number>> = { ngay: 1, bua: 1, hom: 1, tuan: 7 }

/** "3 tuần", "10 ngày", "nửa tháng": whole months that may be. */
function readDays(said: string): Span | undefined {
  if (/\bnua thang\b/.test(said)) return { min: 0, max: 1 }
  const found = [...said.matchAll(/\b(\d{1,3}) ?(ngay|bua|hom|tuan)\b/g)]
  const [only, another] = found
  if (!only || another || /\d ?(nam|thang|n|th|t)\b/.test(said)) return undefined
  const count = Number(only[1]) * (days[only[2] ?? ''] ?? 1)
  return { min: Math.floor(count / 31), max: Math.ceil(count / 28) }
}

/** "Hơn năm", "gần năm": one year, though nobody says one. */
function oneYear(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=^|\s)(hơn|trên|quá|gần|cả|hon|gan) (năm|nam)(?= (?!năm|nam)|$)/giu, '$1 1 $2')
}

const justNow =
  /\b(moi nghi|vua nghi|vua moi|hom qua|hom kia|tuan (nay|truoc|roi|ngoai)|may (hom|bua|ngay)|thang nay)\b/

/** "mới nghỉ", "tháng trước", "năm ngoái" → the months that have gone by since; the month is not known closer. */
export function readMonthsAgo(text: string, today: Day): Span | undefined {
  const said = fold(text)
  if (/\d/.test(said)) return undefined
  if (justNow.test(said)) return { min: 0, max: 1 }
  if (/\bthang (truoc|ngoai|roi|vua roi)\b/.test(said)) return { min: 0, max: 2 }
  const month = Number(today.slice(5, 7))
  return /\bnam (ngoai|truoc|roi)\b/.test(said) ? { min: month - 1, max: month + 11 } : undefined
}

/** "58 tuổi", "gần 60", "57 58", "sinh 1970" → completed years. */
export function readYearsOld(text: string, today: Day): Span | undefined {
  const read = readAge(text, today)
  const value = favourite(read)
  if (value) return 'min' in value ? value : around({ ...value, months: value.years }, fold(text), OLDEST)
  const ages = (read.candidates ?? []).flatMap((one) => ('years' in one ? [one.years] : []))
  const both = { min: Math.min(...ages), max: Math.max(...ages) }
  return ages.length === 2 && both.max - both.min === 1 ? both : undefined
}

/** "3/1968", "sn 68", "58 tuổi" → the months of birth it may be. */
export function readBirthSpan(text: string, today: Day): BirthSpan | undefined {
  const { value, candidates } = readBirth(text, today)
  const y = value?.y ?? undefined
  if (value && y !== undefined && !candidates) {
    const { m } = value
    return { earliest: `${y}-${padded(m ?? 1)}`, latest: `${y}-${padded(m ?? 12)}` }
  }
  const isAge = /\btuoi\b|\d ?t\b/.test(fold(text))
  const age = isAge ? readYearsOld(text, today) : undefined
  if (!age) return undefined
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return { earliest: monthOf(now - (age.max + 1) * 12), latest: monthOf(now - age.min * 12) }
}

/** What was meant most likely; undefined when several things were said, or nothing. */
function favourite<V extends DurationValue | AgeValue>({ value, candidates }: Read<V>): V | undefined {
  if (value !== null) return value
  return candidates?.length === 1 ? candidates[0] : undefined
}

/** "Hơn 12 năm" is less than thirteen, "hơn 10 năm" less than twenty: people round to tens. */
function around(
  { months: at, approx }: { readonly months: number; readonly approx?: 'below' | 'above' },
  said: string,
  most: number,
): Span {
  const year = most === OLDEST ? 1 : 12
  if (approx === 'below')
    return { min: almost.test(said) ? Math.max(0, at - 2 * year) : 0, max: Math.max(0, at - 1) }
  if (approx !== 'above') return { min: at, max: at }
  if (orMore.test(said)) return { min: at, max: most }
  return { min: at, max: at + (at % (10 * year) === 0 ? 10 : 1) * year - 1 }
}

const padded = (part: number): string => String(part).padStart(2, '0')
const monthOf = (index: number): string => `${Math.floor(index / 12)}-${padded((index % 12) + 1)}`
