import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import { fieldNames } from '../../src/policy/field-names.ts'
import { ruleNames, type RuleName } from '../../src/policy/rules.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const told = (rule: RuleName, input: object, on: Day = '2026-11-22') => compute({ rule, on, input }, { book })
const quote = { chosenIncome: 1_500_000, group: 'other', interval: 1 }

describe('an amount the law sets limits to', () => {
  test.each([
    ['voluntary-contribution', { ...quote, chosenIncome: -5 }, 1_500_000, 50_600_000],
    ['voluntary-contribution', { ...quote, chosenIncome: 1e20 }, 1_500_000, 50_600_000],
    ['voluntary-advance', { chosenIncome: 0, group: 'poor', years: 2 }, 1_500_000, 50_600_000],
    ['voluntary-missing', { chosenIncome: 1e15, missingMonths: 6 }, 1_500_000, 50_600_000],
    ['business-owner', { chosenIncome: -1 }, 2_530_000, 50_600_000],
  ] as const)('%s: %j is refused with the limits of the law', (rule, input, lowest, highest) => {
    expect(told(rule, input)).toMatchObject({
      refusal: 'out-of-range',
      field: 'chosenIncome',
      lowest,
      highest,
    })
  })

  test('a salary under the reference level is outside compulsory insurance', () => {
    expect(told('compulsory', { salary: -1 })).toMatchObject({ refusal: 'out-of-range', lowest: 2_530_000 })
  })
})

describe('a number no law limits', () => {
  test.each([
    ['lump-sum', { yearsBefore2014: 0, yearsFrom2014: 5, averageIncome: 1e20 }, 'averageIncome'],
    ['contribution-time', { months: 1e20 }, 'months'],
    ['contribution-time', { months: 1201 }, 'months'],
  ] as const)('%s %j has a highest that means something', (rule, input, field) => {
    const answer = told(rule, input)
    expect(answer).toMatchObject({ refusal: 'out-of-range', field })
    expect(answer.kind === 'refused' && (answer.highest ?? Infinity)).toBeLessThanOrEqual(1e12)
  })

  test.each([
    ['contribution-time', { months: 12.5 }, 'months'],
    ['contribution-time', { months: '12' }, 'months'],
    ['contribution-time', { months: true }, 'months'],
    ['contribution-time', { months: [12] }, 'months'],
    ['voluntary-contribution', { ...quote, interval: '1' }, 'interval'],
    ['voluntary-contribution', { ...quote, interval: 2 }, 'interval'],
    ['voluntary-contribution', { ...quote, group: 'rich' }, 'group'],
    ['unemployment', { salaries: [1, 2], region: 'I', contributionMonths: 12 }, 'salaries'],
    ['unemployment', { averageSalary: 1, region: 'V', contributionMonths: 12 }, 'region'],
    ['household-health', { members: 2, monthsEach: [12] }, 'monthsEach'],
    ['household-health', { members: 2, months: 4 }, 'months'],
    ['pension-age', { sex: 'nam', birthYear: 1970 }, 'sex'],
  ] as const)('%s %j is not read as something else', (rule, input, field) => {
    expect(told(rule, input)).toMatchObject({ refusal: 'bad-field', field })
  })
})

test('months for each member alone also say how many they are', () => {
  expect(told('household-health', { monthsEach: [12, 6, 3] })).toMatchObject({
    result: {
      total: 2_049_300,
      perMember: [{ amount: 1_366_200 }, { amount: 478_170 }, { amount: 204_930 }],
    },
  })
  expect(told('household-health', { months: 12 })).toMatchObject({
    refusal: 'missing-field',
    field: 'members',
  })
  expect(told('household-health', { members: 2 })).toMatchObject({
    refusal: 'missing-field',
    field: 'months',
  })
})

test('a province is one of today’s, by code or by name; anything else is asked back', () => {
  const law = { book, provinceCodeOf: (spelling: string) => (spelling === '01' ? '01' : undefined) }
  const ask = (province: unknown) =>
    compute(
      { rule: 'voluntary-contribution', on: '2026-11-22', input: { ...quote, group: 'poor', province } },
      law,
    )
  expect(ask('01')).toMatchObject({ result: { youPay: 0 } })
  for (const province of ['99', '', 1, ['01'], 'Sài Gòn cũ kỹ'])
    expect(ask(province)).toMatchObject({ refusal: 'bad-field', field: 'province' })
})

describe.each(ruleNames)('%s', (rule) => {
  test.each([
    {},
    null,
    'x',
    { age: 'x', months: {}, sex: 1, group: [], averageIncome: -1, periods: {}, members: 'ba' },
  ])('answers %j with a result or a refusal in Vietnamese that names no field by its code', (input) => {
    for (const on of ['1990-01-01', '2025-06-30', '2026-11-22', '2040-01-01'] as const) {
      const answer = compute({ rule, on, input }, { book })
      if (answer.kind === 'computed') continue
      expect(answer.say).toMatch(/ạ\.$/)
      expect(answer.field === undefined || answer.field in fieldNames).toBe(true)
    }
  })
})
