import type { Dong } from '../policy/values.ts'
import { amountAt, unitAt, type Amount } from './read-amount.ts'
import { bareMoney } from './read-bare-money.ts'
import { withCounts } from './read-counts.ts'
import { perAround, type Per } from './read-per.ts'
import { approxBefore, type Approx } from './read-approx.ts'
import { askBack, sure, sureValue, type Read } from './read-result.ts'
import { isNumber, isWord, tokensOf, type NumberToken, type Token } from './read-tokens.ts'

/** Whole đồng: one sum, or the two ends of a range. */
export type MoneyValue =
  | { readonly vnd: Dong; readonly per?: Per; readonly approx?: Approx }
  | { readonly min: Dong; readonly max: Dong; readonly per?: Per }

/** "2tr rưỡi", "330k/tháng", "cỡ 3 4 triệu", "22% của 1tr5" → đồng. "1.5" and two sums at once must be asked back. */
export function readMoney(text: string): Read<MoneyValue> {
  const tokens = withCounts(tokensOf(text))
  const found = sumsIn(tokens)
  if (found.length === 0) return manyIn(tokens) ?? bareMoney(tokens)
  const values = [...new Map(found.map((value) => [JSON.stringify(value), value])).values()]
  const [value] = values
  if (values.length > 1 || value === undefined) return askBack(values)
  return isSmallChange(value) ? askBack([value, { ...value, vnd: value.vnd * 1_000 }], value) : sure(value)
}

/** One sure sum in đồng, not a range, not "more than": what a journey may calculate with. */
export function readDong(text: string): Dong | undefined {
  const value = sureValue(readMoney(text))
  return value && 'vnd' in value && value.approx === undefined && isMonthly(value.per) ? value.vnd : undefined
}

const isMonthly = (per: Per | undefined): boolean => per === undefined || per === 'month'

/** "500 đồng" is hardly ever five hundred đồng. */
function isSmallChange(value: MoneyValue): value is MoneyValue & { vnd: Dong } {
  return 'vnd' in value && value.vnd > 0 && value.vnd < 1_000
}

function sumsIn(tokens: readonly Token[]): MoneyValue[] {
  const found: MoneyValue[] = []
  for (let at = 0; at < tokens.length;) {
    const sum = sumAt(tokens, at)
    if (sum) found.push(sum.value)
    at = sum?.next ?? at + 1
  }
  return found
}

interface Sum {
  readonly value: MoneyValue
  readonly next: number
}

function sumAt(tokens: readonly Token[], at: number): Sum | undefined {
  const range = rangeAt(tokens, at)
  const amount = range ? undefined : (shareAt(tokens, at) ?? amountAt(tokens, at))
  if (range)
    return {
      value: { min: range.min, max: range.max, ...perAround(tokens, at, range.next) },
      next: range.next,
    }
  if (!amount) return undefined
  const { vnd, next } = times(tokens, amount)
  const approx = approxBefore(tokens, at) ?? (isWord(tokens[next], 'hơn', 'mấy') ? 'above' : undefined)
  return { value: { vnd, ...perAround(tokens, at, next), ...(approx && { approx }) }, next }
}

const between = ['-', '–', '—', '~', 'đến', 'tới', 'hoặc', 'hay', ',']

/** "3 4 triệu", "3-4tr", "từ 3 triệu đến 4 triệu". */
function rangeAt(tokens: readonly Token[], at: number): { min: Dong; max: Dong; next: number } | undefined {
  const low = tokens[at]
  if (!isNumber(low)) return undefined
  const whole = amountAt(tokens, at)
  const lowEnds = whole?.next ?? at + 1
  const joined = isWord(tokens[lowEnds], ...between)
  const highAt = joined ? lowEnds + 1 : lowEnds
  const high = whole && !joined ? undefined : amountAt(tokens, highAt)
  if (!high) return undefined
  const min = whole?.vnd ?? low.value * unsaidUnit(low, tokens[highAt], high.unit)
  return min < high.vnd && high.vnd <= min * 20 ? { min, max: high.vnd, next: high.next } : undefined
}

/** "năm bảy trăm" is five hundred to seven hundred thousand: the low end borrows the high end's unit. */
function unsaidUnit(low: NumberToken, high: Token | undefined, unit: number): number {
  if (!isNumber(high) || !high.hundreds || low.hundreds) return unit
  return high.value >= 100 ? unit * 100 : unit * 10
}

/** "22% của 1tr5". */
function shareAt(tokens: readonly Token[], at: number): Amount | undefined {
  const percent = tokens[at]
  if (!isNumber(percent)) return undefined
  const spelt = isWord(tokens[at + 1], 'phần') && isWord(tokens[at + 2], 'trăm')
  if (!spelt && !isWord(tokens[at + 1], '%')) return undefined
  const from = at + (spelt ? 3 : 2)
  const of = [from, from + 1, from + 2].map((start) => amountAt(tokens, start)).find(Boolean)
  return of && { ...of, vnd: Math.round((of.vnd * percent.value) / 100) }
}

/** "330k x 12", "1tr5 x 22%". */
function times(tokens: readonly Token[], amount: Amount): Amount {
  const factor = tokens[amount.next + 1]
  if (!isWord(tokens[amount.next], 'x', '*', '×', 'nhân') || !isNumber(factor)) return amount
  const percent = isWord(tokens[amount.next + 2], '%')
  return {
    ...amount,
    vnd: Math.round((amount.vnd * factor.value) / (percent ? 100 : 1)),
    next: amount.next + (percent ? 3 : 2),
  }
}

/** "vài triệu", "mấy trăm": something was said, but not how much. */
function manyIn(tokens: readonly Token[]): Read<MoneyValue> | undefined {
  const at = tokens.findIndex((token, i) => isWord(token, 'vài', 'mấy', 'dăm') && unitOrTen(tokens, i + 1))
  const unit = at < 0 ? undefined : unitOrTen(tokens, at + 1)
  return unit === undefined ? undefined : askBack([{ min: 2 * unit, max: 9 * unit }])
}

function unitOrTen(tokens: readonly Token[], at: number): Dong | undefined {
  if (isWord(tokens[at], 'trăm')) return 100 * (unitAt(tokens, at + 1) ?? 1_000)
  if (isWord(tokens[at], 'chục')) return 10 * (unitAt(tokens, at + 1) ?? 1_000)
  return unitAt(tokens, at)
}
