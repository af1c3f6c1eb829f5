import { z } from 'zod'
import { whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import type { Day, Dong } from '../values.ts'
import { workOut } from '../workings.ts'

/** `monthsInLast12`: months paid in the window before the birth. */
export const voluntaryMaternityInput = z.object({
  children: whole.min(1).max(10),
  monthsInLast12: whole.min(0).max(12),
})

export interface VoluntaryMaternity {
  readonly eligible: boolean
  readonly amount: Dong
}

/** The birth allowance of voluntary insurance, paid by the State for each child. Law 41/2024/QH15 Điều 94, 95. */
export function voluntaryMaternity(
  { children, monthsInLast12 }: z.output<typeof voluntaryMaternityInput>,
  on: Day,
  book: PolicyBook,
): Outcome<VoluntaryMaternity> {
  return workOut(on, book, (sheet) => {
    const needed = sheet.take('voluntary-maternity-months')
    const window = sheet.take('voluntary-maternity-window')
    const eligible = monthsInLast12 >= needed.value
    const what = `Đã đóng ${monthsInLast12} tháng trong ${window.printed} trước khi sinh, cần ${needed.printed}`
    sheet.step(what, eligible ? 'đủ' : 'chưa đủ')
    const amount = eligible ? sheet.take('voluntary-maternity-amount').value * children : 0
    sheet.step(`Trợ cấp thai sản cho ${children} con`, printDong(amount))
    return { eligible, amount }
  })
}
