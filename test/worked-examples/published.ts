import { z } from 'zod'
import { compute } from '../../src/policy/compute.ts'
import { readDay } from '../../src/policy/day.ts'
import type { PolicyBook } from '../../src/policy/policy-book.ts'
import { quote } from '../../src/policy/quoted.ts'
import type { RuleName } from '../../src/policy/rules.ts'
import type { Day } from '../../src/policy/values.ts'

/** One published or derived case of a domain folder's examples.jsonl. */
const example = z.object({
  id: z.string(),
  topic: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  as_of: z.string(),
})
type Example = z.output<typeof example>

interface Check {
  readonly rule: RuleName
  readonly got: Readonly<Record<string, unknown>>
}

/** What our rules say of a case, by the names the case expects; the names it expects that are not answered fail. */
export function checkPublished(
  line: string,
  book: PolicyBook,
): { id: string; rule: RuleName; wrong: string[] } {
  const known = example.parse(JSON.parse(line))
  const { rule, got } = answered(known, book)
  const wrong = Object.entries(known.expected).flatMap(([name, wanted]) =>
    JSON.stringify(got[name]) === JSON.stringify(wanted)
      ? []
      : [`${name}: ${String(wanted)} ≠ ${String(got[name])}`],
  )
  return { id: known.id, rule, wrong }
}

const dayOf = ({ inputs, as_of }: Example): Day => {
  const day = readDay(inputs.date ?? as_of)
  if (day === undefined) throw new Error(`no day: ${as_of}`)
  return day
}
const groupOf = (value: unknown) => String(value).replaceAll('_', '-')
const months: Readonly<Record<string, number>> = { monthly: 1, '3_months': 3, '6_months': 6, '12_months': 12 }

function answered(known: Example, book: PolicyBook): Check {
  const on = dayOf(known)
  const read = readers[known.topic]
  if (!read) throw new Error(`${known.id}: no rule for the topic ${known.topic}`)
  const sum = <Name extends RuleName>(rule: Name, input: object) => {
    const answer = compute({ rule, on, input }, { book })
    if (answer.kind === 'refused') throw new Error(`${known.id}: ${answer.say}`)
    return answer.result
  }
  return read(known.inputs, { sum, on, book })
}

interface Desk {
  readonly sum: <Name extends RuleName>(
    rule: Name,
    input: object,
  ) => Extract<ReturnType<typeof compute<Name>>, { kind: 'computed' }>['result']
  readonly on: Day
  readonly book: PolicyBook
}
type Inputs = Readonly<Record<string, unknown>>
type Reader = (inputs: Inputs, desk: Desk) => Check

const contribution: Reader = (inputs, { sum }) => {
  const input = {
    chosenIncome: inputs.base_vnd ?? inputs.rural_poverty_line_vnd,
    group: groupOf(inputs.group),
    interval: months[String(inputs.method)] ?? 1,
    ...(inputs.province === 'Ha Noi' ? { province: '01' } : {}),
  }
  const { gross, stateSupport, localSupport, youPay } = sum('voluntary-contribution', input)
  const percent = { state_percent: (stateSupport / gross) * 100, city_percent: (localSupport / gross) * 100 }
  const named = {
    gross_vnd: gross,
    state_support_vnd: stateSupport,
    participant_pays_vnd: youPay,
    ...percent,
  }
  const support = { state_support_percent: percent.state_percent, state_support_vnd_per_month: stateSupport }
  return { rule: 'voluntary-contribution', got: { ...named, ...support } }
}

const household: Reader = (inputs, { sum }) => {
  const each = Array.isArray(inputs.member_months)
    ? { members: inputs.member_months.length, monthsEach: inputs.member_months }
    : {}
  const one =
    inputs.member_order === undefined ? { members: inputs.members } : { memberOrders: [inputs.member_order] }
  const { perMember, total } = sum('household-health', { ...one, months: inputs.months, ...each })
  const amounts = perMember.map(({ amount }) => amount)
  const got = {
    amount_vnd: total,
    total_vnd: total,
    monthly_vnd: perMember[0]?.perMonth,
    amounts_vnd: amounts,
  }
  return { rule: 'household-health', got }
}

const pensionRate: Reader = (inputs, { sum }) => {
  const [years, odd] = /^(\d+)y(\d+)m$/.exec(String(inputs.contribution))?.slice(1).map(Number) ?? []
  const paid = years === undefined ? Number(inputs.contribution_years) * 12 : years * 12 + (odd ?? 0)
  const earlyMonths =
    inputs.legal_age === undefined ? undefined : ageMonths(inputs.legal_age) - ageMonths(inputs.age)
  const income = Number(inputs.average_income_vnd ?? 1_000_000)
  const input = { sex: inputs.sex, contributionMonths: paid, averageIncome: income }
  const whole = sum('pension-estimate', input)
  const cut = sum('pension-estimate', { ...input, earlyMonths })
  const lump = cut.retirementLumpSum / income
  return {
    rule: inputs.average_income_vnd === undefined ? 'pension-rate' : 'pension-estimate',
    got: {
      rate_percent: cut.ratePercent,
      rate_before_cut_percent: whole.ratePercent,
      cut_percent: whole.ratePercent - cut.ratePercent,
      lump_sum_in_average_salaries: lump,
      lump_sum_years: lump * 2,
      monthly_pension_vnd: cut.monthly,
    },
  }
}

const ageMonths = (age: unknown) => {
  const [years = 0, odd = 0] =
    /^(\d+)y(?:(\d+)m)?$/
      .exec(String(age))
      ?.slice(1)
      .map((part) => Number(part || 0)) ?? []
  return years * 12 + odd
}

const readers: Readonly<Record<string, Reader>> = {
  voluntary_support: contribution,
  voluntary_contribution: contribution,
  voluntary_contribution_local: contribution,
  voluntary_base: (_, { sum }) => {
    const { lowest, highest } = sum('voluntary-base', {})
    return { rule: 'voluntary-base', got: { min_base_vnd: lowest, max_base_vnd: highest } }
  },
  voluntary_advance: ({ base_vnd, years, r_per_month }, { sum }) => {
    const input = { chosenIncome: base_vnd, years, monthlyRate: r_per_month, group: 'other' }
    const { gross, undiscounted } = sum('voluntary-advance', input)
    return {
      rule: 'voluntary-advance',
      got: { gross_after_discount_vnd: gross, undiscounted_vnd: undiscounted },
    }
  },
  voluntary_missing_years: ({ base_vnd, missing_months, r_per_month }, { sum }) => {
    const input = { chosenIncome: base_vnd, missingMonths: missing_months, monthlyRate: r_per_month }
    return {
      rule: 'voluntary-missing',
      got: { gross_with_interest_vnd: sum('voluntary-missing', input).gross },
    }
  },
  bhyt_household: household,
  bhyt_student: (inputs, { sum }) => {
    const { youPay, stateSupport, gross } = sum('student-health', { months: inputs.months })
    const got = { student_pays_vnd: youPay, state_support_vnd: stateSupport, gross_vnd: gross }
    return { rule: 'student-health', got }
  },
  bhyt_support: ({ group, months: paid }, { sum }) => {
    const { youPayAtMost } = sum('health-support', { group: groupOf(group), months: paid })
    return { rule: 'health-support', got: { participant_pays_at_most_vnd: youPayAtMost } }
  },
  bhyt_benefit: (_, { sum }) => {
    const card = sum('health-benefit', { group: 'household', care: 'basic-outpatient' })
    const got = { full_pay_threshold_per_visit_vnd: card.freeVisitBelow, fund_pays_percent: card.ratePercent }
    return { rule: 'health-benefit', got: { ...got, five_year_threshold_vnd: card.fiveYearThreshold } }
  },
  retirement_age: ({ sex, birth_month, birth_year, conditions }, { sum }) => {
    const age = sum('pension-age', { sex, birthYear: birth_year, birthMonth: birth_month, conditions })
    const printed = `${age.years}y${age.months}m`
    const got = { retirement_age: printed, pension_from: age.pensionFrom, reaches_age_in: age.reachedIn }
    return { rule: 'pension-age', got }
  },
  pension_rate: pensionRate,
  pension_amount: pensionRate,
  pension_average: ({ contribution_years }, { sum }) => {
    const years = z.array(z.number()).parse(contribution_years)
    const coefficients = years.map(
      (year) =>
        sum('pension-average', { periods: [{ months: 1, income: 1_000_000, year }] }).average / 1_000_000,
    )
    return { rule: 'pension-average', got: { coefficients } }
  },
  pension_adjustment: ({ june_2026_amount_vnd, retired_before_1995 }, { sum }) => {
    const input = { juneAmount: june_2026_amount_vnd, retiredBefore1995: retired_before_1995 }
    const { julyAmount } = sum('pension-adjustment', input)
    return { rule: 'pension-adjustment', got: { july_2026_amount_vnd: julyAmount } }
  },
  lump_sum_withdrawal: ({ years_before_2014, years_from_2014, average_salary_vnd }, { sum }) => {
    const input = {
      yearsBefore2014: years_before_2014,
      yearsFrom2014: years_from_2014,
      averageIncome: average_salary_vnd,
    }
    return { rule: 'lump-sum', got: { amount_vnd: sum('lump-sum', input).amount } }
  },
  monthly_allowance_art23: ({ average_vnd, years }, { sum }) => {
    const { months: paid, monthly } = sum('monthly-allowance', { averageIncome: average_vnd, years })
    return { rule: 'monthly-allowance', got: { months: paid, monthly_vnd: monthly } }
  },
  unemployment_benefit: (
    { months_contributed = 12, six_months_average_vnd = 5_000_000, region = 'I' },
    { sum },
  ) => {
    const input = { averageSalary: six_months_average_vnd, region, contributionMonths: months_contributed }
    const { months: paid, monthly } = sum('unemployment', input)
    return {
      rule: 'unemployment',
      got: { months: paid, monthly_benefit_cap_vnd: monthly, monthly_vnd: monthly },
    }
  },
  compulsory: ({ salary_vnd, party }, { sum }) => {
    if (salary_vnd === undefined) {
      const { lowest, highest } = sum('compulsory-base', {})
      return { rule: 'compulsory-base', got: { min_base_vnd: lowest, max_base_vnd: highest } }
    }
    const both = sum('compulsory', { salary: salary_vnd })
    const { bhxh, bhyt, bhtn, total } = party === 'employer' ? both.employer : both.employee
    return { rule: 'compulsory', got: { bhxh_vnd: bhxh, bhyt_vnd: bhyt, bhtn_vnd: bhtn, total_vnd: total } }
  },
  business_owner: ({ base_vnd }, { sum }) => {
    const { bhxh, bhyt, total } = sum('business-owner', { chosenIncome: base_vnd })
    return { rule: 'business-owner', got: { bhxh_vnd: bhxh, bhyt_vnd: bhyt, total_vnd: total } }
  },
  social_pension: ({ age, household: home, has_pension }, { sum }) => {
    const input = { age, household: groupOf(home), hasPension: has_pension }
    const { eligible, monthly } = sum('social-pension', input)
    return { rule: 'social-pension', got: { eligible, monthly_vnd: monthly } }
  },
  voluntary_maternity: ({ children, months_contributed_in_last_12 }, { sum }) => {
    const input = { children, monthsInLast12: months_contributed_in_last_12 }
    return { rule: 'voluntary-maternity', got: { amount_vnd: sum('voluntary-maternity', input).amount } }
  },
  voluntary_occupational_accident: (_, { sum, on, book }) => {
    const [half, year] = [6, 12].map((paid) => sum('voluntary-accident', { months: paid }).amount)
    const death = quote('accident-death-amount', on, book)?.printed.replace(/\D/g, '')
    const got = { six_month_contribution_vnd: half, twelve_month_contribution_vnd: year }
    return { rule: 'voluntary-accident', got: { ...got, death_allowance_vnd: Number(death) } }
  },
  funeral: (_, { sum }) => ({ rule: 'funeral', got: { amount_vnd: sum('funeral', {}).amount } }),
}
