import { z } from 'zod'
import { money } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

export const pensionAdjustmentInput = z.object({ juneAmount: money, retiredBefore1995: z.boolean() })

/**
 * What a pension of June 2026 becomes in July 2026. Decree 162/2026 Điều 2: everyone is raised by the same
 * percentage; those retired before 1995 who are still low get a further step.
 */
export function pensionAdjustment(
  { juneAmount, retiredBefore1995 }: z.output<typeof pensionAdjustmentInput>,
  on: Day,
  book: PolicyBook,
): Outcome<{ readonly julyAmount: Dong }> {
  return workOut(on, book, (sheet) => {
    const increase = sheet.take('pension-increase-2026')
    const raised = roundDong(shareOf(juneAmount, 100 + increase.value))
    sheet.step(`${printDong(juneAmount)} tăng ${increase.printed}, làm tròn đến đồng`, printDong(raised))
    const julyAmount = retiredBefore1995 ? toppedUp(sheet, raised) : raised
    sheet.step('Mức hưởng từ tháng 7/2026', printDong(julyAmount))
    return { julyAmount }
  })
}

function toppedUp(sheet: Workings, raised: Dong): Dong {
  const threshold = sheet.take('pension-top-up-2026-threshold').value
  if (raised <= threshold) return raised + sheet.take('pension-top-up-2026-amount').value
  return Math.max(raised, sheet.take('pension-top-up-2026-floor').value)
}
