import { z } from 'zod'
import { monthCount, sex, whole } from '../inputs.ts'
import type { Outcome, Refused } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printNumber, printPercent } from '../print.ts'
import { outOfRange } from '../refusals.ts'
import type { Day } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'
import { countedYears } from './contribution-time.ts'

export const pensionRateInput = z.object({
  sex,
  contributionMonths: monthCount,
  earlyMonths: whole.min(0).max(120).optional(), // months before pension age
})
type Input = z.output<typeof pensionRateInput>

/**
 * The pension as a percentage of average income: the same for compulsory and voluntary insurance.
 * Law 41/2024/QH15 Điều 66, 99; retiring early costs 2 points a year (Điều 66(3)).
 */
export function pensionRate(
  input: Input,
  on: Day,
  book: PolicyBook,
): Outcome<{ readonly ratePercent: number }> {
  return workOut(on, book, (sheet) => {
    const rated = rateOf(sheet, input)
    return 'refusal' in rated ? rated : { ratePercent: rated.ratePercent }
  })
}

/** The rate and the years it was counted from, for the rules that go on to an amount. */
export function rateOf(sheet: Workings, input: Input): { ratePercent: number; years: number } | Refused {
  const lowest = sheet.take('pension-min-years').value * 12
  if (input.contributionMonths < lowest) return outOfRange('contributionMonths', { lowest })
  const years = countedYears(sheet, input.contributionMonths)
  const earned = input.sex === 'male' ? earnedByMen(sheet, years) : earnedByWomen(sheet, years)
  const full = Math.min(earned, sheet.take('pension-rate-max').value)
  sheet.step(`Tỷ lệ ứng với ${printNumber(years)} năm đóng`, printPercent(full))
  const ratePercent = full - cutFor(sheet, input.earlyMonths ?? 0)
  sheet.step('Tỷ lệ lương hưu', printPercent(ratePercent))
  return { ratePercent, years }
}

function earnedByWomen(sheet: Workings, years: number): number {
  const start = sheet.take('pension-rate-start-women').value
  const extra = years - sheet.take('pension-rate-start-years').value
  return start + extra * sheet.take('pension-rate-step').value
}

function earnedByMen(sheet: Workings, years: number): number {
  const start = sheet.take('pension-rate-start-men').value
  const startYears = sheet.take('pension-rate-start-years').value
  const slowUntil = sheet.take('pension-rate-first-years-men').value
  const slow = (Math.min(years, slowUntil) - startYears) * sheet.take('pension-rate-step-men-first').value
  const fast = Math.max(0, years - slowUntil) * sheet.take('pension-rate-step').value
  return start + slow + fast
}

function cutFor(sheet: Workings, earlyMonths: number): number {
  if (earlyMonths === 0) return 0
  const wholeYears = Math.floor(earlyMonths / 12) * sheet.take('pension-early-cut-percent').value
  const halfFrom = sheet.take('pension-early-cut-half-months').value
  const half = earlyMonths % 12 >= halfFrom ? sheet.take('pension-early-cut-half-percent').value : 0
  sheet.step(`Nghỉ sớm ${earlyMonths} tháng, giảm`, printPercent(wholeYears + half))
  return wholeYears + half
}
