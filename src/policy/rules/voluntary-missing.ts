import { z } from 'zod'
import { limitedMoney, whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { outOfRange, unconfirmed } from '../refusals.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { refuseIncome } from '../voluntary-terms.ts'
import { workOut } from '../workings.ts'

/** `monthlyRate` is a fraction: 0.0031 is 0,31% a month. */
export const voluntaryMissingInput = z.object({
  chosenIncome: limitedMoney,
  missingMonths: whole,
  monthlyRate: z.number().min(0).max(0.05).optional(),
})

/**
 * Paying once, at retirement age, for the months still missing to a pension: with compound interest by month.
 * Decree 159/2025 Điều 7. Without an official rate there is no sum.
 */
export function voluntaryMissing(
  input: z.output<typeof voluntaryMissingInput>,
  on: Day,
  book: PolicyBook,
): Outcome<{ readonly gross: Dong }> {
  return workOut(on, book, (sheet) => {
    const refused = refuseIncome(sheet, input.chosenIncome)
    if (refused) return refused
    const highest = sheet.take('voluntary-missing-max-months').value
    if (input.missingMonths < 1 || input.missingMonths > highest)
      return outOfRange('missingMonths', { lowest: 1, highest })
    if (input.monthlyRate === undefined) return unconfirmed('monthlyRate', 'voluntary-monthly-rate', book)

    const monthly = shareOf(input.chosenIncome, sheet.take('voluntary-rate').value)
    const gross = roundDong(monthly * compoundedMonths(input.missingMonths, input.monthlyRate))
    const rate = `${printNumber(Number((input.monthlyRate * 100).toFixed(6)))}%`
    sheet.doubt(
      `Đóng ${input.missingMonths} tháng, cộng lãi ${rate} một tháng (lãi suất bác đưa), làm tròn đến đồng`,
      printDong(gross),
    )
    return { gross }
  })
}

/** Σ (1+r)^i, i = 1…months. */
function compoundedMonths(months: number, rate: number): number {
  return Array.from({ length: months }, (_, i) => (1 + rate) ** (i + 1)).reduce((sum, part) => sum + part, 0)
}
