import { z } from 'zod'
import { monthCount } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printNumber } from '../print.ts'
import type { Day } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

export const contributionTimeInput = z.object({ months: monthCount })

export interface ContributionTime {
  /** For the amount of a benefit: odd months count as half a year or a year. */
  readonly years: number
  /** For the right to a pension: full years only. */
  readonly meets15Years: boolean
}

/** How long a person has paid, as the law counts it. Law 41/2024/QH15 Điều 5(6), 64, 98. */
export function contributionTime(
  { months }: z.output<typeof contributionTimeInput>,
  on: Day,
  book: PolicyBook,
): Outcome<ContributionTime> {
  return workOut(on, book, (sheet) => {
    const years = countedYears(sheet, months)
    const needed = sheet.take('pension-min-years')
    const meets15Years = months >= needed.value * 12
    sheet.step(`Đủ ${needed.printed} để có lương hưu (tính tròn 12 tháng)`, meets15Years ? 'đủ' : 'chưa đủ')
    return { years, meets15Years }
  })
}

/** Years for the amount: 1–6 odd months are half a year, 7–11 a whole one. */
export function countedYears(sheet: Workings, months: number): number {
  const half = sheet.take('pension-half-year-months').value
  const odd = months % 12
  const extra = odd === 0 ? 0 : odd <= half ? 0.5 : 1
  const years = Math.floor(months / 12) + extra
  sheet.step(`${months} tháng đóng, tính mức hưởng theo`, `${printNumber(years)} năm`)
  return years
}
