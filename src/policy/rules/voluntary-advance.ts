import { z } from 'zod'
import { limitedMoney, supportGroup, whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { outOfRange, unconfirmed } from '../refusals.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { monthlySupport, refuseIncome } from '../voluntary-terms.ts'
import { workOut } from '../workings.ts'

/** `monthlyRate` is a fraction: 0.0031 is 0,31% a month. */
export const voluntaryAdvanceInput = z.object({
  chosenIncome: limitedMoney,
  group: supportGroup,
  years: whole,
  monthlyRate: z.number().min(0).max(0.05).optional(),
})

export interface VoluntaryAdvance {
  readonly gross: Dong
  readonly undiscounted: Dong
  readonly stateSupport: Dong
  readonly youPay: Dong
}

const FEWEST_YEARS = 2 // one year ahead is the 12-month rhythm, not an advance

/**
 * Paying several years of voluntary insurance ahead: each later month is discounted by the fund's monthly rate.
 * Law 41/2024/QH15 Điều 36(2); Decree 159/2025 Điều 6. Without an official rate there is no sum.
 */
export function voluntaryAdvance(
  input: z.output<typeof voluntaryAdvanceInput>,
  on: Day,
  book: PolicyBook,
): Outcome<VoluntaryAdvance> {
  return workOut(on, book, (sheet) => {
    const refused = refuseIncome(sheet, input.chosenIncome)
    if (refused) return refused
    const highest = sheet.take('voluntary-advance-max-years').value
    if (input.years < FEWEST_YEARS || input.years > highest)
      return outOfRange('years', { lowest: FEWEST_YEARS, highest })
    if (input.monthlyRate === undefined) return unconfirmed('monthlyRate', 'voluntary-monthly-rate', book)

    const months = input.years * 12
    const monthly = shareOf(input.chosenIncome, sheet.take('voluntary-rate').value)
    const undiscounted = roundDong(monthly * months)
    sheet.step(`Đóng đủ ${months} tháng khi chưa chiết khấu`, printDong(undiscounted))
    const gross = roundDong(monthly * discountedMonths(months, input.monthlyRate))
    const rate = `${printNumber(Number((input.monthlyRate * 100).toFixed(6)))}%`
    sheet.step(`Chiết khấu từng tháng theo lãi suất ${rate} một tháng, làm tròn đến đồng`, printDong(gross))
    const stateSupport = roundDong(monthlySupport(sheet, input.group) * months)
    sheet.doubt(`Nhà nước hỗ trợ ${months} tháng (cách trừ chưa có hướng dẫn rõ)`, printDong(stateSupport))
    const youPay = Math.max(0, gross - stateSupport)
    sheet.step('Bác còn phải đóng', printDong(youPay))
    return { gross, undiscounted, stateSupport, youPay }
  })
}

/** Σ 1/(1+r)^(i-1), i = 1…months. */
function discountedMonths(months: number, rate: number): number {
  return Array.from({ length: months }, (_, i) => 1 / (1 + rate) ** i).reduce((sum, part) => sum + part, 0)
}
