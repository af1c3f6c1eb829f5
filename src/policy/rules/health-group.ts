import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut, type Workings } from '../workings.ts'

/** `household` and most of `status` are certified by the commune: facts a person tells us, never worked out. */
export const healthGroupInput = z.object({
  household: z.enum(['poor', 'near-poor', 'average-farm', 'other']).optional(),
  status: z
    .enum([
      'worker',
      'fund',
      'area',
      'merit',
      'allowance',
      'student',
      'village-health',
      'village-staff',
      'none',
    ])
    .optional(),
  age: span(150).optional(),
})
type Input = z.output<typeof healthGroupInput>

type Free = 'child' | 'poor' | 'area' | 'merit' | 'allowance' | 'old'
type Supported = 'near-poor' | 'student' | 'village-health' | 'village-staff' | 'average-farm'

export interface HealthGroup extends Verdict<Free | Supported | 'worker' | 'fund' | 'household' | 'unknown'> {
  /** The part the State pays, in percent; what is left is for the rule health-support. */
  readonly supportPercent?: number
}

/** Who has health insurance paid or partly paid, in the order of Điều 12 of the Law; support by Decree 188/2025. */
export function healthGroup(input: Input, on: Day, book: PolicyBook): Outcome<HealthGroup> {
  return workOut(on, book, (sheet): HealthGroup => {
    const { household, status, age } = input
    const { yes, no, ask } = judgeOn<HealthGroup['why']>(sheet)
    if (status === 'worker') return yes('worker', 'health-worker-group')
    if (status === 'fund') return yes('fund', 'health-paid-by-fund')
    const free = freeGroup(sheet, input)
    if (free) return yes(free.why, free.by)
    const supported = supportedGroup(input)
    if (supported)
      return { ...yes(supported.why, supported.by), supportPercent: sheet.take(supported.by).value }
    const open = (['household', 'status', 'age'] as const).filter((name) => input[name] === undefined)
    const old = reaches(age, sheet.take('social-pension-age').value)
    const mayBeFree = reaches(age, sheet.take('health-child-age').value) !== 'yes' || old === 'unknown'
    if (household === undefined || status === undefined || mayBeFree)
      return ask('unknown', ['health-state-paid-poor', 'health-child-age'], ...open)
    return no('household', 'household-health-same-place')
  })
}

/** `old` draws the social pension, or may apply for it. */
function freeGroup(
  sheet: Workings,
  { household, status, age }: Input,
): { why: Free; by: string } | undefined {
  if (household === 'poor') return { why: 'poor', by: 'health-state-paid-poor' }
  if (status === 'area') return { why: 'area', by: 'health-state-paid-area' }
  if (status === 'merit') return { why: 'merit', by: 'health-state-paid-merit' }
  if (status === 'allowance') return { why: 'allowance', by: 'health-state-paid-social-allowance' }
  if (age === undefined) return undefined
  sheet.step('Tuổi', printSpan(age))
  if (reaches(age, sheet.take('health-child-age').value) === 'no')
    return { why: 'child', by: 'health-child-age' }
  const name = household === 'near-poor' ? 'social-pension-age-poor' : 'social-pension-age'
  const isOld = reaches(age, sheet.take(name).value) === 'yes'
  return isOld ? { why: 'old', by: 'health-state-paid-social-pension' } : undefined
}

const supports = {
  student: 'health-support-student',
  'village-health': 'health-support-village-health-worker',
  'village-staff': 'health-support-village-staff',
} as const

/** The highest support wins: near-poor before the half that students and village staff get. */
function supportedGroup({ household, status }: Input): { why: Supported; by: string } | undefined {
  if (household === 'near-poor') return { why: 'near-poor', by: 'health-support-near-poor' }
  if (status === 'student' || status === 'village-health' || status === 'village-staff')
    return { why: status, by: supports[status] }
  return household === 'average-farm' ? { why: 'average-farm', by: 'health-support-average-farm' } : undefined
}
