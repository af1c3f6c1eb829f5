import { z } from 'zod'
import { money } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printPercent } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

/** `care`: `registered` or nothing is care at the right place; the others are gone to without a referral. */
export const healthBenefitInput = z.object({
  group: z.enum(['household', 'pensioner', 'near-poor', 'poor', 'worker', 'student', 'social-pension-75']),
  visitCost: money.optional(),
  care: z
    .enum([
      'registered',
      'first-level',
      'basic-inpatient',
      'basic-outpatient',
      'specialised-inpatient',
      'specialised-outpatient',
    ])
    .optional(),
})
type Input = z.output<typeof healthBenefitInput>

export interface HealthBenefit {
  readonly ratePercent: number
  readonly freeVisitBelow: Dong
  readonly fiveYearThreshold: Dong
}

/**
 * The part of a covered bill the health fund pays. Law on Health Insurance Điều 22; Resolution 261/2025/QH15.
 * Without a referral, a percentage of the card's rate: an 80% card at the 50% level is paid 40%.
 */
export function healthBenefit(input: Input, on: Day, book: PolicyBook): Outcome<HealthBenefit> {
  return workOut(on, book, (sheet) => {
    const base = sheet.take('base-salary').value
    const freeVisitBelow = roundDong(shareOf(base, sheet.take('health-free-visit-percent').value))
    const level = sheet.take('health-reference-level').value
    const fiveYearThreshold = level * sheet.take('health-five-year-multiple').value
    sheet.step('Một lần khám tốn ít hơn mức này thì được trả đủ', printDong(freeVisitBelow))
    sheet.step(
      'Đủ 5 năm liên tục, phần cùng trả trong năm vượt mức này thì được miễn',
      printDong(fiveYearThreshold),
    )
    const ratePercent = rateOf(sheet, input, freeVisitBelow)
    sheet.step('Quỹ BHYT trả', printPercent(ratePercent))
    return { ratePercent, freeVisitBelow, fiveYearThreshold }
  })
}

function rateOf(sheet: Workings, { group, care = 'registered', visitCost }: Input, freeBelow: Dong): number {
  const card = sheet.take(`health-benefit-rate-${group}`).value
  if (care === 'first-level') return sheet.take('health-benefit-rate-first-level').value
  const part = care === 'registered' ? 100 : sheet.take(`health-care-${care}`).value
  const isSmallVisit = visitCost !== undefined && visitCost < freeBelow
  return isSmallVisit && part === 100 ? 100 : shareOf(card, part)
}
