import type { MoneyValue } from './read-sum.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'
import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

/** A number before or after one of these is no money: an age, a time, a rank, a share. */
const notMoneyAfter = [
  'tuổi',
  't',
  'năm',
  'n',
  'tháng',
  'th',
  'ngày',
  'người',
  'con',
  'lần',
  'giờ',
  'h',
  '%',
  '/',
  ':',
  'đô',
  'usd',
  '$',
]
const notMoneyBefore = ['tuổi', 'năm', 'sn', 'sinh', 'ngày', 'điều', 'khoản', '/', ':', '$', 'số', '-']

/** A short number with no unit: the likely readings, best first. */
export function bareMoney(tokens: readonly Token[]): Read<MoneyValue> {
  const short = millionsOrBillions(tokens)
  if (short) return short
  const numbers = tokens.filter((token, at) => isNumber(token) && mayBeMoney(tokens, at))
  const [number, another] = numbers
  if (!isNumber(number) || another) return nothingRead
  return readingsOf(number)
}

/** "1t5": "t" is said for triệu and for tỷ. */
function millionsOrBillions(tokens: readonly Token[]): Read<MoneyValue> | undefined {
  const at = tokens.findIndex((token) => isWord(token, 't') && token?.glued)
  const [whole, tenths] = [tokens[at - 1], tokens[at + 1]]
  if (at < 1 || !isNumber(whole) || !isNumber(tenths) || !tenths.glued || tenths.raw.length !== 1)
    return undefined
  return favourite((whole.value + tenths.value / 10) * 1e6, (whole.value + tenths.value / 10) * 1e9)
}

function mayBeMoney(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (isNumber(token) && token.value <= 12 && isWord(tokens[at - 1], 'tháng', 'quý')) return false
  return !isWord(tokens[at + 1], ...notMoneyAfter) && !isWord(tokens[at - 1], ...notMoneyBefore)
}

function readingsOf({ value, raw }: NumberToken): Read<MoneyValue> {
  if (/^0\d/.test(raw) || value >= 10_000) return nothingRead
  if (value === 0) return sure({ vnd: 0 })
  if (!Number.isInteger(value)) return favourite(value * 1e6, value * 1e3)
  if (value >= 100) return favourite(value * 1e3, value)
  if (value >= 20) return askBack([{ vnd: value * 1e3 }, { vnd: value * 1e6 }])
  return favourite(value * 1e6, value * 1e3)
}

function favourite(likely: number, other: number): Read<MoneyValue> {
  const value = { vnd: Math.round(likely) }
  return askBack([value, { vnd: Math.round(other) }], value)
}
