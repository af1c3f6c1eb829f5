import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut } from '../workings.ts'

export const voluntaryAccidentInput = z.object({ months: z.literal([6, 12]) })

/** What a worker without a contract pays for accident insurance, before any State support. Decree 143/2024. */
export function voluntaryAccident(
  { months }: z.output<typeof voluntaryAccidentInput>,
  on: Day,
  book: PolicyBook,
): Outcome<{ readonly amount: Dong }> {
  return workOut(on, book, (sheet) => {
    const wage = sheet.take('regional-minimum-wage-4').value
    const amount = roundDong(shareOf(wage, sheet.take(`accident-rate-${months}-months`).value))
    sheet.step(`Đóng cho ${months} tháng, chưa trừ hỗ trợ, làm tròn đến đồng`, printDong(amount))
    return { amount }
  })
}
