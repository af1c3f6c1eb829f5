import { z } from 'zod'
import { tellOfNewPrice } from '../coming-change.ts'
import { whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

export const healthSupportInput = z.object({
  group: z.enum([
    'near-poor',
    'average-farm',
    'student',
    'village-health-worker',
    'former-difficult-minority',
  ]),
  months: whole.min(1).max(12),
})

/**
 * The most a person of a supported group pays for health insurance: the State's minimum share taken off.
 * Decree 188/2025; a province or a poor commune may leave less to pay.
 */
export function healthSupport(
  { group, months }: z.output<typeof healthSupportInput>,
  on: Day,
  book: PolicyBook,
): Outcome<{ readonly youPayAtMost: Dong }> {
  return workOut(on, book, (sheet) => {
    const youPayAtMost = leftToPay(sheet, group, months)
    sheet.step(`Còn phải đóng nhiều nhất cho ${months} tháng, làm tròn đến đồng`, printDong(youPayAtMost))
    tellOfNewPrice(sheet, months, youPayAtMost, (later) => leftToPay(later, group, months))
    return { youPayAtMost }
  })
}

function leftToPay(sheet: Workings, group: string, months: number): Dong {
  const monthly = shareOf(sheet.take('base-salary').value, sheet.take('health-rate').value)
  const support = sheet.take(`health-support-${group}`)
  return roundDong(shareOf(monthly * months, 100 - support.value))
}
