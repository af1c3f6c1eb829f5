import { z } from 'zod'
import { whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { printSpan, reaches, span } from '../span.ts'
import type { Day, Dong } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut } from '../workings.ts'

/** `months` paid in the window before the birth; `compulsory`: the same person also has the right to the compulsory benefit. */
export const maternityEligibilityInput = z.object({
  months: span(12).optional(),
  compulsory: z.boolean().optional(),
  parent: z.enum(['mother', 'father']).optional(),
  children: whole.min(1).max(10).default(1),
})

export interface MaternityEligibility extends Verdict<
  'mother' | 'father' | 'too-few' | 'compulsory-first' | 'unknown'
> {
  readonly amount?: Dong
}

/** Who gets the birth allowance of voluntary insurance. Law 41/2024/QH15 Điều 94, 95. */
export function maternityEligibility(
  { months, compulsory, parent, children }: z.output<typeof maternityEligibilityInput>,
  on: Day,
  book: PolicyBook,
): Outcome<MaternityEligibility> {
  return workOut(on, book, (sheet): MaternityEligibility => {
    const { yes, no, ask } = judgeOn<MaternityEligibility['why']>(sheet)
    const needed = sheet.take('voluntary-maternity-months')
    const decided = [needed.name, 'voluntary-maternity-window'] as const
    if (months) sheet.step('Số tháng đã đóng trong khoảng thời gian đó', printSpan(months))
    const enough = reaches(months, needed.value)
    if (enough === 'no') return no('too-few', ...decided)
    if (compulsory === true) return no('compulsory-first', 'voluntary-maternity-compulsory-first')
    const open = [
      ...(enough === 'unknown' ? ['months'] : []),
      ...(compulsory === undefined ? ['compulsory'] : []),
    ]
    if (open.length > 0) return ask('unknown', decided, ...open)
    const amount = sheet.take('voluntary-maternity-amount').value * children
    sheet.step(`Trợ cấp thai sản cho ${children} con`, printDong(amount))
    const verdict = yes(parent ?? 'mother', ...decided)
    return { ...verdict, needs: parent === undefined ? ['parent'] : [], amount }
  })
}
