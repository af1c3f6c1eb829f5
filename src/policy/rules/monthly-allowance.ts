import { z } from 'zod'
import { money, whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printNumber } from '../print.ts'
import { roundDong, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

/** `monthsTo75`: from now until the age of the social pension. */
export const monthlyAllowanceInput = z.object({
  averageIncome: money,
  years: z.number().min(0.5).max(60),
  monthsTo75: whole.min(1).max(240).optional(),
})
type Input = z.output<typeof monthlyAllowanceInput>

export interface MonthlyAllowance {
  readonly months: number
  readonly monthly: Dong
  /** What to add to be paid until 75; absent when it is not known how far that is. */
  readonly topUp?: Dong
}

/**
 * The monthly allowance for those with too few years for a pension, paid out of their own years until the social
 * pension begins. Law 41/2024/QH15 Điều 23; Decree 158/2025 Điều 23.
 */
export function monthlyAllowance(input: Input, on: Day, book: PolicyBook): Outcome<MonthlyAllowance> {
  return workOut(on, book, (sheet) => {
    const multiple = sheet.take('monthly-allowance-multiple')
    const level = sheet.take('social-pension-amount').value
    const fund = input.averageIncome * multiple.value * input.years
    const what = `${multiple.printed} mức bình quân × ${printNumber(input.years)} năm`
    sheet.step(`Số tiền để chi trả dần: ${what}`, printDong(roundDong(fund)))
    const months = Math.ceil(Number((fund / level).toFixed(9)))
    sheet.step(`Chia cho ${printDong(level)}, phần lẻ tính thành một tháng`, `${months} tháng`)
    return spreadOut(sheet, { fund, level, months, monthsTo75: input.monthsTo75 })
  })
}

function spreadOut(
  sheet: Workings,
  known: { fund: number; level: Dong; months: number; monthsTo75: number | undefined },
): MonthlyAllowance {
  const { fund, level, months, monthsTo75 } = known
  if (monthsTo75 === undefined) return { months, monthly: level }
  if (months <= monthsTo75) {
    const topUp = (monthsTo75 - months) * level
    sheet.step(`Muốn hưởng đủ ${monthsTo75} tháng thì đóng thêm`, printDong(topUp))
    return { months, monthly: level, topUp }
  }
  const monthly = roundDong(fund / monthsTo75)
  sheet.step(`Đủ tiền quá năm 75 tuổi nên chia đều cho ${monthsTo75} tháng`, printDong(monthly))
  return { months: monthsTo75, monthly, topUp: 0 }
}
