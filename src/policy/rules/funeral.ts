import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import type { Day, Dong } from '../values.ts'
import { workOut } from '../workings.ts'

/** The funeral allowance for whoever buries a participant. Law 41/2024/QH15; Decree 158/2025 Điều 21, 25. */
export function funeral(_: object, on: Day, book: PolicyBook): Outcome<{ readonly amount: Dong }> {
  return workOut(on, book, (sheet) => {
    const amount = sheet.take('reference-level').value * sheet.take('funeral-multiple').value
    sheet.step('Trợ cấp mai táng', printDong(amount))
    return { amount }
  })
}
