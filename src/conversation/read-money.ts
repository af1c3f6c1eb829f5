import type { Dong } from '../policy/values.ts'
import { unitAt } from './read-amount.ts'
import { bareMoney } from './read-bare-money.ts'
import { withCounts } from './read-counts.ts'
import type { Per } from './read-per.ts'
import { askBack, sure, sureValue, type Read } from './read-result.ts'
import { sumAt, type MoneyValue, type Sum } from './read-sum.ts'
import { isWord, tokensOf, type Token } from './read-tokens.ts'

/** "2tr rưỡi", "330k/tháng", "cỡ 3 4 triệu", "22% của 1tr5" → đồng. "1.5" and two sums at once must be asked back. */
export function readMoney(text: string): Read<MoneyValue> {
  const tokens = withCounts(tokensOf(text))
  const found = sumsIn(tokens)
  if (found.length === 0) return manyIn(tokens) ?? bareMoney(tokens)
  const values = [...new Map(found.map(({ value }) => [JSON.stringify(value), value])).values()]
  const [value] = values
  if (values.length > 1 || value === undefined || found.some(({ vague }) => vague)) return askBack(values)
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

function sumsIn(tokens: readonly Token[]): Sum[] {
  const found: Sum[] = []
  for (let at = 0; at < tokens.length;) {
    const sum = sumAt(tokens, at)
    if (sum) found.push(sum)
    at = sum?.next ?? at + 1
  }
  return found
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
