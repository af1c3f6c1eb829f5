import { z } from 'zod'
import { sex, type Sex } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printSpan, reaches, span, type Reaches, type Span } from '../span.ts'
import type { Day } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { workOut, type Workings } from '../workings.ts'
import { pensionAgeMonth, printMonth, sayMonth } from './pension-age.ts'

const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)

/** `birth`: the earliest and the latest month the person may have been born in; equal when it is known. */
export const pensionEligibilityInput = z.object({
  birth: z.object({ earliest: month, latest: month }).optional(),
  sex: sex.optional(),
  contributionMonths: span(1200).optional(),
  household: z.enum(['poor', 'near-poor', 'other']).optional(),
})
type Input = z.output<typeof pensionEligibilityInput>
type Why =
  | 'now'
  | 'age-later'
  | 'in-time'
  | 'short-then'
  | 'pay-missing'
  | 'nearly'
  | 'far-short'
  | 'begin-late'
  | 'social-pension'
  | 'unknown'

export interface PensionEligibility extends Verdict<Why> {
  /** First month of the pension, YYYY-MM, when the age is known that well. */
  readonly pensionFrom?: string
  /** Months still to pay, at least and at most. */
  readonly missing?: Span
  /** Months to pay as they come before the rest may be paid in one go: only where too many are missing for that now. */
  readonly payFirst?: Span
}

/**
 * Whether a person has, or can still come to, a pension: age by month of birth, 15 years, and what is left when years
 * are missing. Law 41/2024/QH15 Điều 64, 98 (pension), 23 (allowance); Decree 159/2025 Điều 7 (missing months in one go).
 */
export function pensionEligibility(input: Input, on: Day, book: PolicyBook): Outcome<PensionEligibility> {
  return workOut(on, book, (sheet): PensionEligibility => {
    const needed = sheet.take('pension-min-years')
    const paid = input.contributionMonths
    if (paid) sheet.step('Đã đóng (tháng)', printSpan(paid))
    const reached = reachedMonths(sheet, input)
    const now = monthIndex(on)
    const aged =
      reached === undefined ? 'unknown' : reaches({ min: now - reached.max, max: now - reached.min }, 0)
    const enough = reaches(paid, needed.value * 12)
    const more = {
      ...(reached && reached.min === reached.max ? { pensionFrom: printMonth(reached.min + 1) } : {}),
      ...(paid && enough !== 'yes' ? { missing: missingOf(needed.value * 12, paid) } : {}),
    }
    return { ...decide(sheet, input, { aged, enough, reached, now }), ...more }
  })
}

interface Known {
  readonly aged: Reaches
  readonly enough: Reaches
  readonly reached: Span | undefined
  readonly now: number
}

function decide(sheet: Workings, input: Input, known: Known): PensionEligibility {
  const { aged, enough } = known
  const { yes, no, ask } = judgeOn<Why>(sheet)
  const years = 'pension-min-years'
  if (aged === 'yes' && enough === 'unknown' && isNearly(sheet, input))
    return ask('nearly', [years, 'voluntary-missing-max-months'], 'contributionMonths')
  const needs = openOf(input, known)
  if (needs.length > 0) return ask('unknown', [years], ...needs)
  if (enough === 'yes') return aged === 'yes' ? yes('now', years) : no('age-later', ...ageOf(input), years)
  return aged === 'yes' ? shortAtAge(sheet, input, known.now) : shortBeforeAge(sheet, input, known)
}

/** Whatever the exact figure in the band, what is missing may be paid in one go. */
function isNearly(sheet: Workings, input: Input): boolean {
  if (!input.contributionMonths) return false
  return stillMissing(sheet, input).max <= sheet.take('voluntary-missing-max-months').value
}

/** What may still change the answer: the birth and the sex for the age, the years paid. */
function openOf({ birth, sex: known }: Input, { aged, enough }: Known): readonly string[] {
  const exact = birth !== undefined && birth.earliest === birth.latest
  const forAge = [...(exact ? [] : ['birth']), ...(known ? [] : ['sex'])]
  return [...(aged === 'unknown' ? forAge : []), ...(enough === 'unknown' ? ['contributionMonths'] : [])]
}

function ageOf({ sex: known }: Input): readonly string[] {
  if (known === undefined) return []
  return [known === 'female' ? 'pension-age-women' : 'pension-age-men']
}

/** Still time: enough to come to the years by pension age, or not quite; a man has longer than a woman. */
function shortBeforeAge(sheet: Workings, input: Input, { reached, now }: Known): PensionEligibility {
  const { no, ask } = judgeOn<Why>(sheet)
  const missing = stillMissing(sheet, input)
  const left = { min: (reached?.min ?? now) - now, max: (reached?.max ?? now) - now }
  sheet.step('Từ nay đến tuổi nghỉ hưu (tháng)', printSpan(left))
  if (input.sex === undefined && missing.max > left.min && missing.min <= left.max)
    return ask('unknown', ['pension-min-years'], 'sex')
  return missing.max <= left.min
    ? no('in-time', ...ageOf(input), 'pension-min-years')
    : no('short-then', 'pension-min-years', 'voluntary-missing-max-months')
}

/** Old enough, years missing: few enough to pay in one go, else the allowance, the lump sum, or the social pension. */
function shortAtAge(sheet: Workings, input: Input, now: number): PensionEligibility {
  const { no, ask } = judgeOn<Why>(sheet)
  const { birth, household } = input
  const missing = stillMissing(sheet, input)
  sheet.step('Còn thiếu (tháng)', printSpan(missing))
  const oneGo = 'voluntary-missing-max-months'
  const most = sheet.take(oneGo).value
  const ages = birth && { min: yearsSince(birth.latest, now), max: yearsSince(birth.earliest, now) }
  const poor = household === 'poor' || household === 'near-poor'
  const social = poor ? 'social-pension-age-poor' : 'social-pension-age'
  if (missing.min > most && reaches(ages, sheet.take(social).value) === 'yes')
    return no('social-pension', social)
  if (missing.max <= most) return no('pay-missing', oneGo, 'pension-min-years')
  if (missing.min <= most) return ask('unknown', [oneGo], 'contributionMonths')
  const mayBeSocial = reaches(ages, sheet.take('social-pension-age-poor').value) === 'yes'
  const verdict =
    input.contributionMonths?.max === 0
      ? no('begin-late', oneGo, 'pension-min-years', social)
      : no('far-short', oneGo, 'monthly-allowance-multiple', social)
  const payFirst = { min: missing.min - most, max: missing.max - most }
  const needs = mayBeSocial && household === undefined ? ['household'] : verdict.needs
  return { ...verdict, needs, payFirst }
}

/** When pension age is reached, for the earliest and latest birth and for the sexes that may be meant. */
function reachedMonths(sheet: Workings, { birth, sex: known }: Input): Span | undefined {
  if (!birth) return undefined
  const sexes: readonly Sex[] = known ? [known] : ['female', 'male']
  const months = sexes.flatMap((one) =>
    [birth.earliest, birth.latest].map((born) => reachedMonth(sheet, one, monthIndex(born))),
  )
  const [first, last] = [Math.min(...months), Math.max(...months)]
  sheet.step(
    'Đủ tuổi nghỉ hưu trong tháng',
    [...new Set([first, last])].map((at) => sayMonth(printMonth(at))).join(' đến '),
  )
  return { min: first, max: last }
}

/** Whoever is past the highest age the roadmap ever asks for has reached it, also when the roadmap began later. */
function reachedMonth(sheet: Workings, one: Sex, born: number): number {
  const name = one === 'female' ? 'pension-age-women' : 'pension-age-men'
  const highest = Math.round(sheet.highest(name).value * 12)
  return monthIndex(sheet.on) - born > highest ? born + highest : pensionAgeMonth(sheet, one, born)
}

function stillMissing(sheet: Workings, { contributionMonths: paid = { min: 0, max: 0 } }: Input): Span {
  return missingOf(sheet.take('pension-min-years').value * 12, paid)
}

const missingOf = (needed: number, paid: Span): Span => ({
  min: Math.max(0, needed - paid.max),
  max: Math.max(0, needed - paid.min),
})

/** Whole years between a month of birth and now. */
function yearsSince(born: string, now: number): number {
  return Math.max(0, Math.floor((now - monthIndex(born)) / 12))
}

/** Of a month or a day. */
function monthIndex(on: string): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
}
