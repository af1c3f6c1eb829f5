import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import type { Day, Dong } from '../values.ts'
import { workOut } from '../workings.ts'

/** `hasPension`: draws a pension or a monthly insurance allowance that is not lower than the social pension. */
export const socialPensionInput = z.object({
  age: z.number().min(0).max(150),
  household: z.enum(['poor', 'near-poor', 'other']),
  hasPension: z.boolean(),
})

export interface SocialPension {
  readonly eligible: boolean
  readonly monthly: Dong
}

/** The State's pension for the old who draw none: from 75, or from 70 in a poor or near-poor household. Decree 176/2025. */
export function socialPension(
  { age, household, hasPension }: z.output<typeof socialPensionInput>,
  on: Day,
  book: PolicyBook,
): Outcome<SocialPension> {
  return workOut(on, book, (sheet) => {
    const needed = sheet.take(household === 'other' ? 'social-pension-age' : 'social-pension-age-poor')
    const eligible = !hasPension && age >= needed.value
    const why = hasPension
      ? 'Đã có lương hưu hoặc trợ cấp BHXH'
      : `Tuổi hiện nay ${age}, cần từ ${needed.printed}`
    sheet.step(why, eligible ? 'được hưởng' : 'chưa được hưởng')
    const monthly = eligible ? sheet.take('social-pension-amount').value : 0
    if (eligible) sheet.step('Mỗi tháng', printDong(monthly))
    return { eligible, monthly }
  })
}
