import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut } from '../workings.ts'

/** `age` in completed years. `situation`: works freely, has a contract that pays in, one that is suspended, draws a pension. */
export const voluntaryEligibilityInput = z.object({
  age: span(150).optional(),
  situation: z.enum(['free', 'contract', 'suspended', 'pension', 'foreigner']).optional(),
})

export type VoluntaryEligibility = Verdict<
  'eligible' | 'suspended' | 'too-young' | 'contract' | 'pension' | 'foreigner' | 'unknown'
>

/** Who may join voluntary social insurance (BHXH tự nguyện). Law 41/2024/QH15 Điều 2(4). */
export function voluntaryEligibility(
  { age, situation }: z.output<typeof voluntaryEligibilityInput>,
  on: Day,
  book: PolicyBook,
): Outcome<VoluntaryEligibility> {
  return workOut(on, book, (sheet): VoluntaryEligibility => {
    const { yes, no, ask } = judgeOn<VoluntaryEligibility['why']>(sheet)
    if (situation === 'foreigner') return no('foreigner', 'voluntary-citizens-only')
    if (situation === 'pension') return no('pension', 'voluntary-not-pensioner')
    const oldEnough = reaches(age, sheet.take('voluntary-min-age').value)
    if (age) sheet.step('Tuổi', printSpan(age))
    if (oldEnough === 'no') return no('too-young', 'voluntary-min-age')
    if (situation === 'contract') return no('contract', 'voluntary-not-compulsory')
    const missing = [...(situation ? [] : ['situation']), ...(oldEnough === 'unknown' ? ['age'] : [])]
    if (missing.length > 0)
      return ask('unknown', ['voluntary-min-age', 'voluntary-not-compulsory'], ...missing)
    return situation === 'suspended'
      ? yes('suspended', 'voluntary-suspended-contract')
      : yes('eligible', 'voluntary-min-age', 'voluntary-not-compulsory')
  })
}
