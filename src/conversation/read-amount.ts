import type { Dong } from '../policy/values.ts'
import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

/** One sum found in a message: where it ends, and whether a unit of money was said. */
export interface Amount {
  readonly vnd: Dong
  readonly next: number
  readonly unit: number // what the first number was counted in: 1_000_000 for "2tr"
}

const MILLION = 1_000_000
const units: readonly (readonly [number, ...string[]])[] = [
  [1_000 * MILLION, 'tỷ', 'tỉ', 'ty', 'ti', 'tỏi'],
  [MILLION, 'triệu', 'tr', 'trieu', 'triu', 'trịu', 'trịệu', 'củ', 'chai', 'm'],
  [100_000, 'lít', 'xị', 'lốp'],
  [1_000, 'nghìn', 'ngàn', 'ngìn', 'nghin', 'k', 'ngh', 'cành'],
]
const dongWords = ['đồng', 'đ', 'd', 'vnd', 'vnđ']
/** A number before one of these counts something else than money. */
const otherThings = [
  'tháng',
  'th',
  'năm',
  'vụ',
  'mùa',
  'lứa',
  'n',
  'ngày',
  'quý',
  'tuần',
  'tuổi',
  't',
  'người',
  'con',
  'lần',
  'giờ',
  '%',
  '/',
  '-',
]

/** What one of this unit is worth, in đồng; undefined when the word is no unit of money. */
export function unitAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (isWord(token, 'tôi', 'tối', 'tới') || (token?.kind === 'word' && token.marked === 'toi'))
    return undefined
  const glued = token?.glued === true
  const before = tokens[at - 1]
  if (isWord(token, 'n') && glued && isNumber(before) && before.value >= 100) return 1_000
  return units.find(([, ...spellings]) => isWord(token, ...spellings))?.[0]
}

/** The sum with a unit that starts at this token: "2tr rưỡi", "nửa củ", "triệu hai", "1.500.000đ", "năm trăm". */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at]
  if (isWord(token, 'nửa', 'nữa')) return halfAt(tokens, at)
  if (!isNumber(token)) return bareUnitAt(tokens, at)
  const unit = unitAt(tokens, at + 1)
  if (unit !== undefined) return withTail(tokens, at + 2, { vnd: countOf(token, unit) * unit, unit })
  if (isWord(tokens[at + 1], ...dongWords)) return { vnd: token.value, next: at + 2, unit: 1 }
  if (countsOtherThings(tokens, at)) return undefined
  if (token.hundreds) return { vnd: token.value * 1_000, next: at + 1, unit: 1_000 }
  return isInDong(token) ? { vnd: token.value, next: at + 1, unit: 1 } : undefined
}

/** Before "triệu" a comma is always a decimal sign: "1,250 triệu". */
function countOf({ value, raw }: NumberToken, unit: number): number {
  return unit >= MILLION && /^\d{1,3},\d{3}$/.test(raw) ? Number(raw.replace(',', '.')) : value
}

function countsOtherThings(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at + 1], ...otherThings.filter((word) => word !== '/' && word !== '-'))
}

/** Five digits and more, with no unit, are đồng: "1500000". A number that starts with 0 is a phone's. */
function isInDong({ value, raw }: NumberToken): boolean {
  return value >= 10_000 && value < 1e11 && Number.isInteger(value) && !raw.startsWith('0')
}

function halfAt(tokens: readonly Token[], at: number): Amount | undefined {
  const unit = unitAt(tokens, at + 1)
  return unit === undefined ? undefined : { vnd: unit / 2, next: afterDong(tokens, at + 2), unit }
}

/** "triệu rưỡi", "củ hai": the one goes unsaid. */
function bareUnitAt(tokens: readonly Token[], at: number): Amount | undefined {
  const unit = unitAt(tokens, at)
  if (unit === undefined || unit < MILLION || isNumber(tokens[at - 1])) return undefined
  const whole = withTail(tokens, at + 1, { vnd: unit, unit })
  return whole.vnd > unit ? whole : undefined
}

/** What follows "2 triệu": "rưỡi", "5", "500", "ba trăm", "500 nghìn", "lẻ năm chục". */
function withTail(tokens: readonly Token[], at: number, { vnd, unit }: { vnd: Dong; unit: number }): Amount {
  if (isWord(tokens[at], 'rưỡi', 'rưởi', 'rữi', 'rưõi'))
    return { vnd: vnd + unit / 2, next: afterDong(tokens, at + 1), unit }
  const from = isWord(tokens[at], 'lẻ', 'linh', 'với', 'và') && amountAt(tokens, at + 1) ? at + 1 : at
  const smaller = isNumber(tokens[from]) ? amountAt(tokens, from) : undefined
  const spelt = smaller && unitAt(tokens, from + 1) !== undefined
  if (smaller && spelt && smaller.vnd < unit) return { vnd: vnd + smaller.vnd, next: smaller.next, unit }
  const tail = tailOf(tokens, at, unit)
  if (tail !== undefined) return { vnd: Math.round(vnd + tail), next: afterDong(tokens, at + 1), unit }
  return { vnd: Math.round(vnd), next: afterDong(tokens, at), unit }
}

/** "1tr5" 0,5 · "1tr25" 0,25 · "1 triệu 500" 0,5 · "hai triệu ba trăm" 0,3 of the unit. */
function tailOf(tokens: readonly Token[], at: number, unit: number): number | undefined {
  const token = tokens[at]
  if (countsSomethingElse(tokens, at)) return undefined
  if (isNumber(token)) return fractionOf(token, unit)
  return isFour(tokens, at) ? (4 * unit) / 10 : undefined
}

function fractionOf(token: NumberToken, unit: number): number | undefined {
  if (!Number.isInteger(token.value) || token.raw.length > 3) return undefined
  if (token.hundreds) return (token.value * unit) / 1_000
  if (unit < MILLION && !token.glued) return undefined
  const length = token.raw === '' ? String(token.value).length : token.raw.length
  return (token.value * unit) / 10 ** length
}

/** "5 triệu 1 tháng", "2 triệu 5 500k": the next number belongs to the next words; "4tr5 1 tháng" keeps its own. */
function countsSomethingElse(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  const ownTail = tokens[at]?.glued === true && (isWord(after, '/', '-') || isNumber(after))
  const another = isNumber(after) || isWord(after, ...otherThings)
  return unitAt(tokens, at + 1) !== undefined || (another && !ownTail)
}

/** "triệu tư"; without its mark "tu" may be "từ", so it counts only at the end. */
function isFour(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || !isWord(token, 'tư')) return false
  return token.marked === 'tư' || tokens.length - at <= 2
}

function afterDong(tokens: readonly Token[], at: number): number {
  return isWord(tokens[at], ...dongWords) ? at + 1 : at
}
