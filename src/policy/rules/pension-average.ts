import { z } from 'zod'
import { money, whole } from '../inputs.ts'
import type { Outcome, Refused } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { outOfRange } from '../refusals.ts'
import { roundDong, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

/** `coefficient` wins over `year`, which looks it up in the official table; with neither the lowest one counts. */
const period = z.object({
  months: whole.min(1).max(1200),
  income: money,
  coefficient: z.number().positive().max(10).optional(),
  year: whole.min(1995).max(2100).optional(),
})
export const pensionAverageInput = z.object({ periods: z.array(period).min(1).max(600) })
type Period = z.output<typeof period>

export interface PensionAverage {
  readonly sum: Dong
  readonly months: number
  readonly average: number // two decimals
}

/** The mean of every month's income after adjustment for prices. Law 41/2024/QH15 Điều 104; Decree 158/2025 Điều 16. */
export function pensionAverage(
  { periods }: z.output<typeof pensionAverageInput>,
  on: Day,
  book: PolicyBook,
): Outcome<PensionAverage> {
  return workOut(on, book, (sheet) => {
    const refused = refuseCoefficients(sheet, periods)
    if (refused) return refused
    const exact = periods.reduce((total, one) => total + adjusted(sheet, one), 0)
    const months = periods.reduce((total, one) => total + one.months, 0)
    const average = Math.round(Number(((exact * 100) / months).toFixed(6))) / 100
    const sum = roundDong(exact)
    sheet.step('Tổng thu nhập đã điều chỉnh, làm tròn đến đồng', printDong(sum))
    sheet.step(`Bình quân ${months} tháng, làm tròn hai số lẻ`, printDong(average))
    return { sum, months, average }
  })
}

/** Prices are never taken to have fallen: no coefficient is lower than the lowest the decree allows. */
function refuseCoefficients(sheet: Workings, periods: readonly Period[]): Refused | undefined {
  const given = periods.flatMap(({ coefficient }) => coefficient ?? [])
  if (given.length === 0) return undefined
  const lowest = sheet.take('pension-coefficient-lowest').value
  return given.some((coefficient) => coefficient < lowest) ? outOfRange('periods', { lowest }) : undefined
}

function adjusted(sheet: Workings, { months, income, coefficient, year }: Period): number {
  const factor = coefficient ?? sheet.take(`pension-coefficient-${year ?? 'lowest'}`).value
  const amount = months * income * factor
  sheet.step(
    `${months} tháng × ${printDong(income)} × hệ số ${printNumber(factor)}`,
    printDong(roundDong(amount)),
  )
  return amount
}
