import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span, type Reaches } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut, type Workings } from '../workings.ts'

/**
 * `stoppedMonths` since the last contribution, 0 while still paying. `reason`: settles abroad, is gravely ill or disabled.
 * `joinedBefore`: contributed before 2025-07-01. `atPensionAge`: has reached it.
 */
export const lumpSumEligibilityInput = z.object({
  reason: z.enum(['abroad', 'illness', 'none']).optional(),
  stoppedMonths: span(1200).optional(),
  contributionMonths: span(1200).optional(),
  joinedBefore: z.boolean().optional(),
  atPensionAge: z.boolean().optional(),
})
type Input = z.output<typeof lumpSumEligibilityInput>
type Why =
  | 'abroad'
  | 'illness'
  | 'retirement'
  | 'stopped'
  | 'paying'
  | 'wait'
  | 'many-years'
  | 'joined-after'
  | 'pension'
  | 'unknown'

export type LumpSumEligibility = Verdict<Why>

/** Who may take the years paid as one sum (BHXH một lần). Law 41/2024/QH15 Điều 70, 102. */
export function lumpSumEligibility(input: Input, on: Day, book: PolicyBook): Outcome<LumpSumEligibility> {
  return workOut(on, book, (sheet): LumpSumEligibility => {
    const { yes, no, ask } = judgeOn<Why>(sheet)
    const { reason, stoppedMonths } = input
    if (stoppedMonths) sheet.step('Đã ngừng đóng (tháng)', printSpan(stoppedMonths))
    if (stoppedMonths?.max === 0) return no('paying', 'lump-sum-not-paying')
    if (reason === undefined) return ask('unknown', ['lump-sum-not-paying'], 'reason', 'stoppedMonths')
    if (stoppedMonths === undefined && reason !== 'none')
      return ask('unknown', ['lump-sum-not-paying'], 'stoppedMonths')
    if (reason !== 'none') return yes(reason, `lump-sum-${reason}`)
    return byYears(sheet, input)
  })
}

/** Neither abroad nor ill: the time since stopping, the years paid and the age decide. */
function byYears(sheet: Workings, input: Input): LumpSumEligibility {
  const { yes, no, ask } = judgeOn<Why>(sheet)
  const { joinedBefore, atPensionAge } = input
  const known = readTimes(sheet, input)
  if (atPensionAge === true && known.hasPensionYears === 'no')
    return yes('retirement', 'lump-sum-retirement-short')
  if (atPensionAge === true && known.hasPensionYears === 'yes') return no('pension', 'pension-min-years')
  if (known.many === 'yes') return no('many-years', 'lump-sum-max-years')
  const door = ['lump-sum-joined-before', 'lump-sum-wait-months', 'lump-sum-max-years'] as const
  if (joinedBefore === true && known.waited === 'yes' && known.many === 'no') return yes('stopped', ...door)
  const open = openOf(input, known)
  if (open.length > 0) return ask('unknown', door, ...open)
  return joinedBefore === false
    ? no('joined-after', 'lump-sum-joined-before')
    : no('wait', 'lump-sum-wait-months')
}

type Times = Readonly<Record<'hasPensionYears' | 'many' | 'waited', Reaches>>

function readTimes(sheet: Workings, { stoppedMonths, contributionMonths }: Input): Times {
  if (contributionMonths) sheet.step('Đã đóng (tháng)', printSpan(contributionMonths))
  const years = (name: string) => reaches(contributionMonths, sheet.take(name).value * 12)
  return {
    waited: reaches(stoppedMonths, sheet.take('lump-sum-wait-months').value),
    many: years('lump-sum-max-years'),
    hasPensionYears: years('pension-min-years'),
  }
}

/** What may still change the answer, the most telling first. */
function openOf(input: Input, { hasPensionYears, many, waited }: Times): readonly string[] {
  const { joinedBefore, atPensionAge } = input
  return [
    ...(waited === 'unknown' ? ['stoppedMonths'] : []),
    ...(many === 'unknown' ? ['contributionMonths'] : []),
    ...(joinedBefore === undefined ? ['joinedBefore'] : []),
    ...(atPensionAge === undefined && hasPensionYears !== 'yes' ? ['atPensionAge'] : []),
  ]
}
