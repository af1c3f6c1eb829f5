import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span, type Reaches } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut, type Workings } from '../workings.ts'

/**
 * `ended`: how the contract ended. `leftMonths`: since then. `windowMonths`: months paid in the window the law counts,
 * longer for contracts under a year (`shortContract`). `pension`: already has the right to a pension.
 */
export const unemploymentEligibilityInput = z.object({
  ended: z.enum(['lawful', 'unlawful', 'working']).optional(),
  leftMonths: span(1200).optional(),
  windowMonths: span(1200).optional(),
  shortContract: z.boolean().optional(),
  pension: z.boolean().optional(),
})

type Input = z.output<typeof unemploymentEligibilityInput>
type Why = 'eligible' | 'working' | 'unlawful' | 'pension' | 'late' | 'too-few' | 'unknown'

export type UnemploymentEligibility = Verdict<Why>

/** Who gets the unemployment benefit. Law 74/2025/QH15 Điều 38; a new job within the waiting days ends the claim. */
export function unemploymentEligibility(
  input: z.output<typeof unemploymentEligibilityInput>,
  on: Day,
  book: PolicyBook,
): Outcome<UnemploymentEligibility> {
  return workOut(on, book, (sheet): UnemploymentEligibility => {
    const { yes, no, ask } = judgeOn<Why>(sheet)
    const refused = byEnding(sheet, input)
    if (refused) return refused
    const { leftMonths, windowMonths } = input
    const file = sheet.take('unemployment-file-months')
    if (leftMonths) sheet.step('Đã nghỉ (tháng)', printSpan(leftMonths))
    if (leftMonths && leftMonths.min > file.value) return no('late', file.name)
    const needed = sheet.take('unemployment-min-months')
    const counted = input.shortContract ? 'unemployment-window-short-months' : 'unemployment-window-months'
    if (windowMonths) sheet.step('Đã đóng trong khoảng thời gian được đếm (tháng)', printSpan(windowMonths))
    const enough = reaches(windowMonths, needed.value)
    if (enough === 'no') return no('too-few', needed.name, counted)
    const decided = ['unemployment-lawful-end', needed.name, counted, file.name] as const
    const open = openOf(input, enough, file.value)
    return open.length > 0 ? ask('unknown', decided, ...open) : yes('eligible', ...decided)
  })
}

function byEnding(sheet: Workings, { ended, pension }: Input): UnemploymentEligibility | undefined {
  const { no } = judgeOn<Why>(sheet)
  if (ended === 'working' || ended === 'unlawful') return no(ended, 'unemployment-lawful-end')
  return pension === true ? no('pension', 'unemployment-no-pension') : undefined
}

function openOf(
  { ended, leftMonths, pension }: Input,
  enough: Reaches,
  fileWithin: number,
): readonly string[] {
  return [
    ...(ended ? [] : ['ended']),
    ...(leftMonths && leftMonths.max <= fileWithin ? [] : ['leftMonths']),
    ...(enough === 'yes' ? [] : ['windowMonths']),
    ...(pension === undefined ? ['pension'] : []),
  ]
}
