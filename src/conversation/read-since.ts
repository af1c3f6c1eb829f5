import type { Day } from '../policy/values.ts'
import type { DurationValue } from './read-duration.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'
import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

/** A month as it was said; a year alone may be any month of it. */
interface Point {
  readonly year: number
  readonly month: number | undefined
  readonly next: number
}

/** "từ 2005 tới giờ", "từ tháng 3/2010 đến 12/2015": months counted with both ends, as contributions are. */
export function readSince(tokens: readonly Token[], today: Day): Read<DurationValue> | undefined {
  const [start, end] = pointsIn(tokens)
  if (!start) return undefined
  const untilNow = tokens.slice(start.next).some((token, i) => isNow(token, tokens[start.next + i + 1]))
  const hasFrom = tokens.some((token) => isWord(token, 'từ', 'tu', 'hồi', 'kể', 'bắt'))
  if (end) return lasting(start, end)
  return untilNow || hasFrom ? lasting(start, monthOf(today)) : undefined
}

function isNow(token: Token | undefined, after: Token | undefined): boolean {
  return (
    isWord(token, 'nay', 'giờ') ||
    (isWord(token, 'hiện') && isWord(after, 'tại', 'nay')) ||
    isWord(token, 'bây', 'h')
  )
}

function lasting(start: Omit<Point, 'next'>, end: Omit<Point, 'next'>): Read<DurationValue> | undefined {
  const least = monthsBetween({ ...start, month: start.month ?? 12 }, { ...end, month: end.month ?? 1 })
  const most = monthsBetween({ ...start, month: start.month ?? 1 }, { ...end, month: end.month ?? 12 })
  if (most < 1) return nothingRead
  return least === most ? sure({ months: most }) : askBack([{ min: Math.max(0, least), max: most }])
}

function monthsBetween(start: { year: number; month: number }, end: { year: number; month: number }): number {
  return (end.year - start.year) * 12 + (end.month - start.month) + 1
}

function monthOf(today: Day): Omit<Point, 'next'> {
  const [year, month] = today.split('-').map(Number)
  return { year: year ?? 0, month }
}

/** Years said in full, each with the month before it: "2005", "3/2010", "tháng 3 năm 2010". */
function pointsIn(tokens: readonly Token[]): Point[] {
  return tokens.flatMap((token, at) => {
    const year = isNumber(token) ? yearOf(tokens, at, token) : undefined
    if (year === undefined) return []
    const joined =
      isWord(tokens[at - 1], '/', '-', '.') || (isWord(tokens[at - 1], 'năm') && isNumber(tokens[at - 2]))
    const month = joined ? tokens[at - 2] : undefined
    const isMonth = isNumber(month) && month.value >= 1 && month.value <= 12 && Number.isInteger(month.value)
    return [{ year, month: isMonth ? month.value : undefined, next: at + 1 }]
  })
}

/** "2005"; "từ năm 98" too, but never "đóng 98". */
function yearOf(tokens: readonly Token[], at: number, { value, raw }: NumberToken): number | undefined {
  if (/^(?:19[5-9]\d|20\d\d)$/.test(String(value))) return raw.includes('.') ? undefined : value
  const isShort = /^[6-9]\d$/.test(raw) && isWord(tokens[at - 1], 'năm')
  return isShort && isWord(tokens[at - 2], 'từ', 'hồi', 'kể', 'đầu') ? 1900 + value : undefined
}
