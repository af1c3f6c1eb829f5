import type { Day } from '../policy/values.ts'
import { approxAround, type Approx } from './read-approx.ts'
import { withCounts } from './read-counts.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'
import { readSince } from './read-since.ts'
import { isNumber, isWord, tokensOf, type NumberToken, type Token } from './read-tokens.ts'

/** How long, in months. */
export type DurationValue =
  { readonly months: number; readonly approx?: Approx } | { readonly min: number; readonly max: number }

/** "7n4t", "13 năm 7 tháng", "7 năm rưỡi" → months. "năm rưỡi", "mười mấy năm", "từ 2005 tới giờ" must be asked back. */
export function readDuration(text: string, today: Day): Read<DurationValue> {
  const tokens = withCounts(tokensOf(text))
  const since = readSince(tokens, today)
  if (since) return since
  const found = spansIn(tokens)
  const [span, another] = found
  if (another) return askBack(found.map(({ value }) => value))
  if (span?.vague) return askBack([span.value])
  if (span) return span.other === undefined ? sure(span.value) : askBack([span.value, span.other], span.value)
  return vague(tokens) ?? bareNumber(tokens)
}

interface Span {
  readonly value: DurationValue
  readonly other?: DurationValue // a second reading: ask
  readonly next: number
  readonly vague?: true // "10 năm mấy"
}

const unitWords: readonly (readonly [number, ...string[]])[] = [
  [12, 'năm', 'n'],
  [1, 'tháng', 'th', 'thg', 't'],
  [3, 'quý', 'quí'],
  [144, 'giáp'],
  [120, 'thập'], // "thập kỷ"
]
const less = ['kém', 'thiếu']
const half = ['rưỡi', 'rưởi', 'rữi', 'ruỡi']

function spansIn(tokens: readonly Token[]): Span[] {
  const found: Span[] = []
  for (let at = 0; at < tokens.length;) {
    const span = spanAt(tokens, at)
    if (span) found.push(span)
    at = span?.next ?? at + 1
  }
  return found
}

function spanAt(tokens: readonly Token[], at: number): Span | undefined {
  if (isWord(tokens[at], 'nửa', 'nữa') && isWord(tokens[at + 1], 'năm'))
    return { value: { months: 6 }, next: at + 2 }
  return yearAndAHalf(tokens, at) ?? rangeAt(tokens, at) ?? countedAt(tokens, at)
}

/** "năm rưỡi" is a year and a half; seldom five and a half years. */
function yearAndAHalf(tokens: readonly Token[], at: number): Span | undefined {
  if (!isWord(tokens[at], 'năm') || !isWord(tokens[at + 1], ...half) || isNumber(tokens[at - 1]))
    return undefined
  return { value: { months: 18 }, other: { months: 66 }, next: at + 2 }
}

/** "15 16 năm", "2-3 năm", "từ 3 đến 4 tháng". */
function rangeAt(tokens: readonly Token[], at: number): Span | undefined {
  const joined = isWord(tokens[at + 1], '-', '–', 'đến', 'tới', 'hoặc', 'hay', ',')
  const high = tokens[joined ? at + 2 : at + 1]
  const unitIs = joined ? at + 3 : at + 2
  const unit = unitAt(tokens, unitIs)
  const low = isNumber(high) ? lowEnd(tokens, at, high) : undefined
  if (low === undefined || !isNumber(high) || unit === undefined || low >= high.value) return undefined
  return { value: { min: low * unit, max: high.value * unit }, next: unitIs + 1 }
}

/** In "năm sáu năm" the first word is the number five, not a year. */
function lowEnd(tokens: readonly Token[], at: number, high: NumberToken): number | undefined {
  const low = tokens[at]
  if (isNumber(low)) return low.value
  const isFive = isWord(low, 'năm') && high.raw === '' && (high.value === 6 || high.value === 7)
  return isFive && !isNumber(tokens[at - 1]) ? 5 : undefined
}

/** "13 năm 7 tháng", "7n4t", "20 năm 6", "7 năm rưỡi", "7 rưỡi năm", "7,5 năm". */
function countedAt(tokens: readonly Token[], at: number): Span | undefined {
  const count = tokens[at]
  if (!isNumber(count) || isWord(tokens[at - 1], 'tháng', 'th', 'ngày', '/')) return undefined
  const halfFirst = isWord(tokens[at + 1], ...half)
  const unit = unitAt(tokens, halfFirst ? at + 2 : at + 1)
  if (unit === undefined || count.value * unit > 1_200) return undefined
  const whole = (count.value + (halfFirst ? 0.5 : 0)) * unit
  const tail = tailAt(tokens, at + (halfFirst ? 3 : 2), unit)
  if (isWord(tokens[tail.next], 'mấy'))
    return { value: { min: whole + 1, max: whole + unit - 1 }, next: tail.next + 1, vague: true }
  const approx = approxAround(tokens, at, tail.next)
  const months = Math.round((whole + tail.months) * 10) / 10
  return { value: { months, ...(approx && { approx }) }, next: tail.next }
}

interface Tail {
  readonly months: number
  readonly next: number
}

/** What follows a number of years: "rưỡi", "7 tháng", "lẻ 3 tháng", a bare "6" at the end, "hơn". */
function tailAt(tokens: readonly Token[], at: number, unit: number): Tail {
  if (isWord(tokens[at], ...half)) return { months: unit / 2, next: at + 1 }
  const from = isWord(tokens[at], 'lẻ', 'và', 'với', 'cộng', ',', '+', ...less) ? at + 1 : at
  const count = tokens[from]
  const smaller = unitAt(tokens, from + 1)
  const nothing = { months: 0, next: at }
  if (unit === 1 || !isNumber(count)) return nothing
  if (smaller !== undefined && smaller < unit)
    return { months: count.value * smaller * (isWord(tokens[at], ...less) ? -1 : 1), next: from + 2 }
  const bare = tokens[from + 1] === undefined && count.value < 12 && unit === 12
  return bare ? { months: count.value, next: from + 1 } : nothing
}

function unitAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (isWord(token, 'n', 't') && token?.glued !== true && !isNumber(tokens[at - 1])) return undefined
  if (isWord(tokens[at + 1], 'tuổi')) return undefined
  return unitWords.find(([, ...spellings]) => isWord(token, ...spellings))?.[0]
}

/** "mười mấy năm", "vài năm", "chục năm": a time, but not which. */
function vague(tokens: readonly Token[]): Read<DurationValue> | undefined {
  const at = tokens.findIndex(
    (token, i) => isWord(token, 'mấy', 'vài', 'dăm') && unitAt(tokens, i + 1) !== undefined,
  )
  const unit = at < 0 ? undefined : unitAt(tokens, at + 1)
  if (unit === undefined) return undefined
  const ten = tokens[at - 1]
  const tens = isNumber(ten) && ten.value % 10 === 0 ? ten.value : undefined
  const [least, most] = tens === undefined ? [2, 9] : [tens + 1, tens + 9]
  return askBack([{ min: least * unit, max: most * unit }])
}

const countsNoTime = [
  ...['/', '-', 'tuổi', 'tháng', 'ngày', 'sinh', 'tuần', 'lần', 'người', 'con', 'giờ'],
  ...['triệu', 'tr', 'củ', 'nghìn', 'ngàn', 'k', 'đồng', '%'],
]

/** A number with no unit is years, most likely; it may be months. */
function bareNumber(tokens: readonly Token[]): Read<DurationValue> {
  const numbers = tokens.filter(isNumber)
  const [number, another] = numbers
  const words = tokens.filter((token) => isWord(token, ...countsNoTime))
  if (!number || another || words.length > 0 || number.value > 60 || number.value <= 0) return nothingRead
  const years = { months: Math.round(number.value * 12) }
  return askBack([years, { months: number.value }], years)
}
