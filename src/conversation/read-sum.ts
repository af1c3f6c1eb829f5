import type { Dong } from '../policy/values.ts'
import { amountAt, type Amount } from './read-amount.ts'
import { approxAround, type Approx } from './read-approx.ts'
import { perAround, type Per } from './read-per.ts'
import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

/** Whole đồng: one sum, or the two ends of a range. */
export type MoneyValue =
  | { readonly vnd: Dong; readonly per?: Per; readonly approx?: Approx }
  | { readonly min: Dong; readonly max: Dong; readonly per?: Per }

/** A sum where it stands; `next` is the token behind it. */
export interface Sum {
  readonly value: MoneyValue
  readonly next: number
  readonly vague?: true // "5 triệu mấy"
}

/** The sum, range, share or product that starts at this token. */
export function sumAt(tokens: readonly Token[], at: number): Sum | undefined {
  const range = rangeAt(tokens, at)
  const amount = range ? undefined : (shareAt(tokens, at) ?? amountAt(tokens, at))
  if (range) {
    const { min, max, next } = range
    return { value: { min, max, ...perAround(tokens, at, next) }, next }
  }
  if (!amount) return undefined
  const { vnd, next } = times(tokens, amount, factorBefore(tokens, at))
  if (isWord(tokens[next], 'mấy')) {
    const step = isHundreds(tokens[at]) ? 100 * amount.unit : amount.unit
    return { value: { min: vnd, max: vnd + step }, next: next + 1, vague: true }
  }
  const approx = approxAround(tokens, at, next)
  const value = { vnd, ...perAround(tokens, at, next), ...(approx && { approx }) }
  return { value, next, ...(followsLooseNumber(tokens, at) && { vague: true }) }
}

/** "bốn trăm mấy" may be anything up to five hundred. */
function isHundreds(token: Token | undefined): boolean {
  return isNumber(token) && token.hundreds
}

/** "1 500k": one and a half million, or one of something and 500k? */
function followsLooseNumber(tokens: readonly Token[], at: number): boolean {
  const [loose, amount] = [tokens[at - 1], tokens[at]]
  const isLoose = isNumber(loose) && loose.value < 100 && !isWord(tokens[at - 2], 'tháng', 'năm', 'số')
  return isLoose && isNumber(amount) && amount.raw.length === 3
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

/** "330k x 12", "1tr5 x 22%", "12 x 330k", "3 người x 500k". */
function times(tokens: readonly Token[], amount: Amount, before: number): Amount {
  const vnd = Math.round(amount.vnd * before)
  const factor = tokens[amount.next + 1]
  if (!isWord(tokens[amount.next], ...timesWords) || !isNumber(factor)) return { ...amount, vnd }
  const percent = isWord(tokens[amount.next + 2], '%')
  return {
    ...amount,
    vnd: Math.round((vnd * factor.value) / (percent ? 100 : 1)),
    next: amount.next + (percent ? 3 : 2),
  }
}

const timesWords = ['x', '*', '×', 'nhân']

function factorBefore(tokens: readonly Token[], at: number): number {
  if (!isWord(tokens[at - 1], ...timesWords)) return 1
  const factor = isNumber(tokens[at - 2]) ? tokens[at - 2] : tokens[at - 3]
  return isNumber(factor) && factor.value > 0 ? factor.value : 1
}
