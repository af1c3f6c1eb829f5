import type { z } from 'zod'
import type { Outcome } from './outcome.ts'
import type { PolicyBook } from './policy-book.ts'
import { businessOwner, businessOwnerInput } from './rules/business-owner.ts'
import { compulsory, compulsoryInput } from './rules/compulsory.ts'
import { compulsoryBase, noInput, voluntaryBase } from './rules/contribution-range.ts'
import { contributionTime, contributionTimeInput } from './rules/contribution-time.ts'
import { funeral } from './rules/funeral.ts'
import { healthBenefit, healthBenefitInput } from './rules/health-benefit.ts'
import { healthSupport, healthSupportInput } from './rules/health-support.ts'
import { householdHealth, householdHealthInput } from './rules/household-health.ts'
import { lumpSum, lumpSumInput } from './rules/lump-sum.ts'
import { monthlyAllowance, monthlyAllowanceInput } from './rules/monthly-allowance.ts'
import { pensionAdjustment, pensionAdjustmentInput } from './rules/pension-adjustment.ts'
import { pensionAge, pensionAgeInput } from './rules/pension-age.ts'
import { pensionAverage, pensionAverageInput } from './rules/pension-average.ts'
import { pensionEstimate, pensionEstimateInput } from './rules/pension-estimate.ts'
import { pensionRate, pensionRateInput } from './rules/pension-rate.ts'
import { socialPension, socialPensionInput } from './rules/social-pension.ts'
import { studentHealth, studentHealthInput } from './rules/student-health.ts'
import { unemployment, unemploymentInput } from './rules/unemployment.ts'
import { unemploymentCap, unemploymentCapInput } from './rules/unemployment-cap.ts'
import { voluntaryAccident, voluntaryAccidentInput } from './rules/voluntary-accident.ts'
import { voluntaryAdvance, voluntaryAdvanceInput } from './rules/voluntary-advance.ts'
import { voluntaryContribution, voluntaryContributionInput } from './rules/voluntary-contribution.ts'
import { voluntaryMaternity, voluntaryMaternityInput } from './rules/voluntary-maternity.ts'
import { voluntaryMissing, voluntaryMissingInput } from './rules/voluntary-missing.ts'
import { healthGroup, healthGroupInput } from './rules/health-group.ts'
import { householdEligibility, householdEligibilityInput } from './rules/household-eligibility.ts'
import { lumpSumEligibility, lumpSumEligibilityInput } from './rules/lump-sum-eligibility.ts'
import { maternityEligibility, maternityEligibilityInput } from './rules/maternity-eligibility.ts'
import { pensionEligibility, pensionEligibilityInput } from './rules/pension-eligibility.ts'
import { unemploymentEligibility, unemploymentEligibilityInput } from './rules/unemployment-eligibility.ts'
import { voluntaryEligibility, voluntaryEligibilityInput } from './rules/voluntary-eligibility.ts'
import { voluntarySupport, voluntarySupportInput } from './rules/voluntary-support.ts'
import type { Day } from './values.ts'

/** A rule of law behind its own reader: input that fits gives a sum or a refusal, other input the issues found. */
export type Rule<Result extends object> = (
  raw: unknown,
  on: Day,
  book: PolicyBook,
) => Applied<Result> | z.ZodError

interface Applied<Result extends object> {
  /** The input as the rule understood it. */
  readonly input: Readonly<Record<string, unknown>>
  readonly outcome: Outcome<Result>
}

function rule<Input extends Readonly<Record<string, unknown>>, Result extends object>(
  schema: z.ZodType<Input>,
  work: (input: Input, on: Day, book: PolicyBook) => Outcome<Result>,
): Rule<Result> {
  return (raw, on, book) => {
    const read = schema.safeParse(raw)
    return read.success ? { input: read.data, outcome: work(read.data, on, book) } : read.error
  }
}

const rules = {
  'voluntary-contribution': rule(voluntaryContributionInput, voluntaryContribution),
  'voluntary-advance': rule(voluntaryAdvanceInput, voluntaryAdvance),
  'voluntary-missing': rule(voluntaryMissingInput, voluntaryMissing),
  'voluntary-base': rule(noInput, voluntaryBase),
  'compulsory-base': rule(noInput, compulsoryBase),
  'household-health': rule(householdHealthInput, householdHealth),
  'student-health': rule(studentHealthInput, studentHealth),
  'health-support': rule(healthSupportInput, healthSupport),
  'health-benefit': rule(healthBenefitInput, healthBenefit),
  'pension-age': rule(pensionAgeInput, pensionAge),
  'pension-rate': rule(pensionRateInput, pensionRate),
  'pension-estimate': rule(pensionEstimateInput, pensionEstimate),
  'pension-average': rule(pensionAverageInput, pensionAverage),
  'pension-adjustment': rule(pensionAdjustmentInput, pensionAdjustment),
  'contribution-time': rule(contributionTimeInput, contributionTime),
  'lump-sum': rule(lumpSumInput, lumpSum),
  'monthly-allowance': rule(monthlyAllowanceInput, monthlyAllowance),
  unemployment: rule(unemploymentInput, unemployment),
  'unemployment-cap': rule(unemploymentCapInput, unemploymentCap),
  'social-pension': rule(socialPensionInput, socialPension),
  compulsory: rule(compulsoryInput, compulsory),
  'business-owner': rule(businessOwnerInput, businessOwner),
  'voluntary-maternity': rule(voluntaryMaternityInput, voluntaryMaternity),
  'voluntary-accident': rule(voluntaryAccidentInput, voluntaryAccident),
  funeral: rule(noInput, funeral),
  'health-group': rule(healthGroupInput, healthGroup),
  'household-eligibility': rule(householdEligibilityInput, householdEligibility),
  'lump-sum-eligibility': rule(lumpSumEligibilityInput, lumpSumEligibility),
  'maternity-eligibility': rule(maternityEligibilityInput, maternityEligibility),
  'pension-eligibility': rule(pensionEligibilityInput, pensionEligibility),
  'unemployment-eligibility': rule(unemploymentEligibilityInput, unemploymentEligibility),
  'voluntary-eligibility': rule(voluntaryEligibilityInput, voluntaryEligibility),
  'voluntary-support': rule(voluntarySupportInput, voluntarySupport),
} satisfies Record<string, Rule<object>>

export type RuleName = keyof typeof rules
export type ResultOf<Name extends RuleName> = (typeof rules)[Name] extends Rule<infer Result> ? Result : never
export const ruleNames = Object.keys(rules) as readonly RuleName[] // true: these are its keys

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name)
}

export function ruleNamed<Name extends RuleName>(name: Name): Rule<ResultOf<Name>> {
  return rules[name] as Rule<ResultOf<Name>> // true by the definition of ResultOf, which the compiler cannot follow
}
