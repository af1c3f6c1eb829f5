import type { z } from 'zod'
import { money } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'
import { pensionRateInput, rateOf } from './pension-rate.ts'

export const pensionEstimateInput = pensionRateInput.extend({ averageIncome: money })
type Input = z.output<typeof pensionEstimateInput>

export interface PensionEstimate {
  readonly ratePercent: number
  readonly monthly: Dong
  readonly retirementLumpSum: Dong
}

/**
 * The monthly pension, and the lump sum for years beyond those the full rate needs.
 * Law 41/2024/QH15 Điều 66, 68, 99, 100.
 */
export function pensionEstimate(input: Input, on: Day, book: PolicyBook): Outcome<PensionEstimate> {
  return workOut(on, book, (sheet) => {
    const rated = rateOf(sheet, input)
    if ('refusal' in rated) return rated
    const monthly = roundDong(shareOf(input.averageIncome, rated.ratePercent))
    sheet.step(
      `Lương hưu: ${printNumber(rated.ratePercent)}% × ${printDong(input.averageIncome)}, làm tròn đến đồng`,
      printDong(monthly),
    )
    const retirementLumpSum = lumpSumBeyond(sheet, input, rated.years)
    return { ratePercent: rated.ratePercent, monthly, retirementLumpSum }
  })
}

function lumpSumBeyond(sheet: Workings, { sex, averageIncome }: Input, years: number): Dong {
  const full = sheet.take(sex === 'male' ? 'pension-full-years-men' : 'pension-full-years-women')
  const beyond = Math.max(0, years - full.value)
  if (beyond === 0) return 0
  const amount = roundDong(averageIncome * beyond * sheet.take('retirement-lump-multiple').value)
  sheet.step(`Trợ cấp một lần cho ${printNumber(beyond)} năm cao hơn ${full.printed}`, printDong(amount))
  return amount
}
