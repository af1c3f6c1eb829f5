import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import type { Day, Dong } from '../values.ts'
import { incomeRange } from '../voluntary-terms.ts'
import { workOut, type Workings } from '../workings.ts'

export const noInput = z.object({})

export interface ContributionRange {
  readonly lowest: Dong
  readonly highest: Dong
}

/** The lowest and highest income one may choose for voluntary insurance. Law 41/2024/QH15 Điều 31(2). */
export function voluntaryBase(_: object, on: Day, book: PolicyBook): Outcome<ContributionRange> {
  return workOut(on, book, incomeRange)
}

/** The lowest and highest salary compulsory contributions are paid on. Law 41/2024/QH15 Điều 31(1)(đ). */
export function compulsoryBase(_: object, on: Day, book: PolicyBook): Outcome<ContributionRange> {
  return workOut(on, book, salaryRange)
}

/** Shared with the rules that pay on it. */
export function salaryRange(sheet: Workings): ContributionRange {
  const level = sheet.take('reference-level').value
  const lowest = level * sheet.take('compulsory-income-floor').value
  const highest = level * sheet.take('compulsory-income-cap').value
  sheet.step('Mức làm căn cứ đóng', `từ ${printDong(lowest)} đến ${printDong(highest)}`)
  return { lowest, highest }
}
