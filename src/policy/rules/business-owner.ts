import { z } from 'zod'
import { limitedMoney } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { outOfRange } from '../refusals.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut } from '../workings.ts'
import { salaryRange } from './contribution-range.ts'

export const businessOwnerInput = z.object({ chosenIncome: limitedMoney })

export interface BusinessOwner {
  readonly bhxh: Dong
  readonly bhyt: Dong
  readonly total: Dong
}

/** What the owner of a registered household business pays each month. Law 41/2024/QH15; Decree 158/2025 Điều 3(2). */
export function businessOwner(
  { chosenIncome }: z.output<typeof businessOwnerInput>,
  on: Day,
  book: PolicyBook,
): Outcome<BusinessOwner> {
  return workOut(on, book, (sheet) => {
    const range = salaryRange(sheet)
    if (chosenIncome < range.lowest || chosenIncome > range.highest) return outOfRange('chosenIncome', range)
    const percent = sheet.take('business-owner-sickness').value + sheet.take('business-owner-pension').value
    const bhxh = roundDong(shareOf(chosenIncome, percent))
    sheet.step('BHXH mỗi tháng, làm tròn đến đồng', printDong(bhxh))
    const bhyt = roundDong(shareOf(chosenIncome, sheet.take('health-rate').value))
    sheet.step('BHYT mỗi tháng, làm tròn đến đồng', printDong(bhyt))
    sheet.step('Tất cả mỗi tháng', printDong(bhxh + bhyt))
    return { bhxh, bhyt, total: bhxh + bhyt }
  })
}
