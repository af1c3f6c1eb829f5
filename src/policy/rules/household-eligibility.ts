import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut } from '../workings.ts'

/**
 * `cover`: the health card the person has or had; `supported` is a group the State pays part for (near-poor, average farm
 * household …), `paid` one that is paid for them or through work or school. `gapDays`: since the last card ended.
 */
export const householdEligibilityInput = z.object({
  cover: z.enum(['none', 'lapsed', 'household', 'supported', 'student', 'worker', 'paid']).optional(),
  gapDays: span(36_500).optional(),
})

export type HouseholdEligibility = Verdict<
  | 'first-time'
  | 'continuous'
  | 'after-gap'
  | 'gap-unknown'
  | 'renewal'
  | 'may-choose'
  | 'other-group'
  | 'unknown'
>

/** Who may join health insurance as a household, and whether the card has to wait. Law on Health Insurance Điều 2, 13(5), 16(3). */
export function householdEligibility(
  { cover, gapDays }: z.output<typeof householdEligibilityInput>,
  on: Day,
  book: PolicyBook,
): Outcome<HouseholdEligibility> {
  return workOut(on, book, (sheet): HouseholdEligibility => {
    const { yes, no, ask } = judgeOn<HouseholdEligibility['why']>(sheet)
    const place = 'household-health-same-place'
    const waiting = ['health-waiting-days', 'health-gap-days'] as const
    switch (cover) {
      case undefined:
        return ask('unknown', [place, 'household-health-other-group'], 'cover')
      case 'worker':
      case 'student':
      case 'paid':
        return no('other-group', 'household-health-other-group')
      case 'supported':
        return yes('may-choose', 'household-health-choice')
      case 'household':
        return yes('renewal', place, 'health-gap-days')
      case 'none':
        return yes('first-time', place, 'health-waiting-days')
      case 'lapsed': {
        const long = reaches(gapDays, sheet.take('health-gap-days').value)
        if (gapDays) sheet.step('Số ngày thẻ đã ngắt', printSpan(gapDays))
        if (long === 'yes') return yes('after-gap', place, ...waiting)
        if (long === 'no') return yes('continuous', place, 'health-gap-days')
        return { ...yes('gap-unknown', place, ...waiting), needs: ['gapDays'] }
      }
    }
  })
}
