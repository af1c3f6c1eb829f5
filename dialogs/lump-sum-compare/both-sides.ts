import { compute } from '../../src/policy/compute.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Dong } from '../../src/policy/values.ts'
import type { World } from '../world.ts'

/** Beyond this a band has no upper end: "từ 15 năm trở lên". */
const OPEN_ENDED = 600

/**
 * The lump sum for the time said: for a band from its least to its most, and when nobody remembers how much of it lies
 * before the year the law splits at, from all of it before to none. The answer is that of the least.
 */
export function lumpSumOf(paid: Span, before: Span | null, averageIncome: Dong, world: World) {
  const most = paid.max > OPEN_ENDED ? paid.min : paid.max
  const least = sum(paid.min, before?.max ?? paid.min, averageIncome, world)
  const greatest = sum(most, before?.min ?? 0, averageIncome, world)
  if (least.kind === 'refused' || greatest.kind === 'refused') return undefined
  return { least: least.result.amount, most: greatest.result.amount, answer: least }
}

function sum(months: number, monthsBefore: number, averageIncome: Dong, { policy, today }: World) {
  const earlier = Math.min(months, monthsBefore)
  const input = { yearsBefore2014: earlier / 12, yearsFrom2014: (months - earlier) / 12, averageIncome }
  return compute({ rule: 'lump-sum', on: today, input }, { book: policy })
}

/** The pension for those years, or for the fewest that give one, on the same average income. */
export function pensionLater(
  paid: Span,
  averageIncome: Dong,
  sex: 'male' | 'female',
  { policy, today }: World,
) {
  const needed = (policy.find(today, 'pension-min-years')?.value ?? 0) * 12
  const input = { sex, averageIncome, contributionMonths: Math.max(needed, paid.min) }
  const answer = compute({ rule: 'pension-estimate', on: today, input }, { book: policy })
  return answer.kind === 'refused'
    ? undefined
    : { monthly: answer.result.monthly, enough: paid.min >= needed, answer }
}
