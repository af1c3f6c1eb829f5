import { z } from 'zod'
import { money } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'
import { countedYears } from './contribution-time.ts'

/** Years from here on count for more. Law 41/2024/QH15 Điều 70(3), 102(2). */
export const LUMP_SUM_SPLIT_YEAR = 2014

const yearCount = z.number().min(0).max(60)

/** `supportedAmount`: what the State paid in for a voluntary participant; it is taken off. */
export const lumpSumInput = z.object({
  yearsBefore2014: yearCount,
  yearsFrom2014: yearCount,
  averageIncome: money,
  supportedAmount: money.optional(),
})
type Input = z.output<typeof lumpSumInput>

/**
 * The one-off payment for giving up the years paid (BHXH một lần). Law 41/2024/QH15 Điều 70, 102.
 * Odd months before 2014 count with the time from 2014. Whether a person may take it is another question.
 */
export function lumpSum(input: Input, on: Day, book: PolicyBook): Outcome<{ readonly amount: Dong }> {
  return workOut(on, book, (sheet) => {
    const gross = grossOf(sheet, input)
    const supported = input.supportedAmount ?? 0
    if (supported > 0) sheet.doubt('Trừ phần Nhà nước đã hỗ trợ', printDong(supported), 'single-source')
    const amount = Math.max(0, roundDong(gross - supported))
    sheet.step('BHXH một lần, làm tròn đến đồng', printDong(amount))
    return { amount }
  })
}

function grossOf(sheet: Workings, { yearsBefore2014, yearsFrom2014, averageIncome }: Input): number {
  const before = Math.floor(yearsBefore2014)
  const laterMonths = Math.round((yearsFrom2014 + yearsBefore2014 - before) * 12)
  if (before === 0 && laterMonths < 12) return underOneYear(sheet, laterMonths, averageIncome)
  const later = countedYears(sheet, laterMonths)
  const rateBefore = sheet.take('lump-sum-rate-before-2014')
  const rateLater = sheet.take('lump-sum-rate-from-2014')
  const first = before * rateBefore.value * averageIncome
  const second = later * rateLater.value * averageIncome
  sheet.step(`${before} năm trước 2014 × ${rateBefore.printed} mức bình quân`, printDong(roundDong(first)))
  sheet.step(
    `${printNumber(later)} năm từ 2014 × ${rateLater.printed} mức bình quân`,
    printDong(roundDong(second)),
  )
  return first + second
}

/** Less than a year: what was paid in, never more than two months of average income. */
function underOneYear(sheet: Workings, months: number, averageIncome: Dong): number {
  const paid = shareOf(averageIncome * months, sheet.take('lump-sum-under-year-rate').value)
  const most = sheet.take('lump-sum-under-year-max').value * averageIncome
  sheet.step(`Đóng ${months} tháng, chưa đủ một năm: bằng số tiền đã đóng`, printDong(roundDong(paid)))
  return Math.min(paid, most)
}
