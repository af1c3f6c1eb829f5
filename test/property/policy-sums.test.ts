import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import type { RuleName, ResultOf } from '../../src/policy/rules.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const groups = ['poor', 'island', 'near-poor', 'ethnic-minority', 'other'] as const
const highest = 50_600_000

const day = fc.constantFrom<Day>('2026-07-01', '2026-11-22', '2026-12-31', '2027-01-01', '2030-12-31')
const income = fc.integer({ min: 2_200_000, max: highest })
const group = fc.constantFrom(...groups)
const interval = fc.constantFrom(1, 3, 6, 12)
const province = fc.constantFrom('01', '40', undefined)
const supported = fc.integer({ min: 0, max: 200 })
const plan = fc.record({ chosenIncome: income, group, interval, province, supportedMonthsSoFar: supported })

/** The sum itself: these inputs are all within the law, so a refusal fails the test. */
function sum<Name extends RuleName>(rule: Name, on: Day, input: object): ResultOf<Name> {
  const answer = compute({ rule, on, input }, { book })
  if (answer.kind === 'refused') throw new Error(`${rule}: ${answer.say}`)
  return answer.result
}

test('nobody is asked for less than nothing, and the parts of a contribution add up', () => {
  fc.assert(
    fc.property(plan, day, (input, on) => {
      const { gross, stateSupport, localSupport, youPay } = sum('voluntary-contribution', on, input)
      expect(Math.min(gross, stateSupport, localSupport, youPay)).toBeGreaterThanOrEqual(0)
      expect(youPay).toBe(Math.max(0, gross - stateSupport - localSupport))
    }),
  )
})

test('a higher chosen income never costs less', () => {
  fc.assert(
    fc.property(plan, day, income, (input, on, other) => {
      const [low, high] = [input.chosenIncome, other].toSorted((a, b) => a - b)
      const less = sum('voluntary-contribution', on, { ...input, chosenIncome: low })
      const more = sum('voluntary-contribution', on, { ...input, chosenIncome: high })
      expect(more.youPay).toBeGreaterThanOrEqual(less.youPay)
      expect(more.perDay).toBeGreaterThanOrEqual(less.perDay)
    }),
  )
})

test('support depends on who you are and when, never on the income you choose', () => {
  fc.assert(
    fc.property(plan, day, income, (input, on, chosenIncome) => {
      const one = sum('voluntary-contribution', on, input)
      const other = sum('voluntary-contribution', on, { ...input, chosenIncome })
      expect(other).toMatchObject({ stateSupport: one.stateSupport, localSupport: one.localSupport })
    }),
  )
})

test('support stops with the 120th month, whatever the rhythm', () => {
  fc.assert(
    fc.property(plan, day, (input, on) => {
      const fresh = { ...input, interval: 1, supportedMonthsSoFar: 0 }
      const oneMonth = sum('voluntary-contribution', on, fresh).stateSupport
      const months = Math.max(0, Math.min(input.interval, 120 - input.supportedMonthsSoFar))
      expect(sum('voluntary-contribution', on, input).stateSupport).toBe(oneMonth * months)
    }),
  )
})

test('paying ahead never costs more than the months one by one, and paying late never less', () => {
  const rate = fc.double({ min: 0, max: 0.02, noNaN: true })
  fc.assert(
    fc.property(income, rate, fc.integer({ min: 2, max: 5 }), (chosenIncome, monthlyRate, years) => {
      const on = '2026-11-22'
      const ahead = sum('voluntary-advance', on, { chosenIncome, group: 'other', years, monthlyRate })
      expect(ahead.gross).toBeLessThanOrEqual(ahead.undiscounted)
      const missing = { chosenIncome, missingMonths: years * 12, monthlyRate }
      expect(sum('voluntary-missing', on, missing).gross).toBeGreaterThanOrEqual(ahead.undiscounted)
    }),
  )
})

test('a household pays the sum of its members, and each further member pays no more than the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom(3, 6, 12), day, (members, months, on) => {
      const { perMember, total } = sum('household-health', on, { members, months })
      expect(perMember.reduce((all, { amount }) => all + amount, 0)).toBe(total)
      const amounts = perMember.map(({ amount }) => amount)
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
    }),
  )
})

test('a head count is the same household as its orders written out, in any order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom(3, 6, 12), (members, months) => {
      const orders = Array.from({ length: members }, (_, i) => members - i)
      const counted = sum('household-health', '2026-11-22', { members, months })
      const listed = sum('household-health', '2026-11-22', {
        memberOrders: orders,
        monthsEach: orders.map(() => months),
      })
      expect(listed.total).toBe(counted.total)
      expect(listed.perMember.toReversed()).toEqual(counted.perMember)
    }),
  )
})

const sex = fc.constantFrom('male', 'female')

test('more months paid never make a smaller pension, and no rate passes 75%', () => {
  const months = fc.integer({ min: 180, max: 600 })
  fc.assert(
    fc.property(sex, months, months, fc.integer({ min: 0, max: 120 }), (sex, one, other, earlyMonths) => {
      const [less, more] = [one, other].toSorted((a, b) => a - b)
      const base = { sex, earlyMonths, averageIncome: 6_000_000 }
      const short = sum('pension-estimate', '2026-11-22', { ...base, contributionMonths: less })
      const long = sum('pension-estimate', '2026-11-22', { ...base, contributionMonths: more })
      expect(long.monthly).toBeGreaterThanOrEqual(short.monthly)
      expect(long.retirementLumpSum).toBeGreaterThanOrEqual(short.retirementLumpSum)
      expect(long.ratePercent).toBeLessThanOrEqual(75)
      expect(short.ratePercent).toBeGreaterThan(0)
    }),
  )
})

test('the later born, the later the pension; hazardous work brings it five years forward at most', () => {
  const birth = fc.record({
    birthYear: fc.integer({ min: 1961, max: 2020 }),
    birthMonth: fc.integer({ min: 1, max: 12 }),
  })
  fc.assert(
    fc.property(sex, birth, (sex, born) => {
      const next =
        born.birthMonth === 12
          ? { birthYear: born.birthYear + 1, birthMonth: 1 }
          : { ...born, birthMonth: born.birthMonth + 1 }
      const mine = sum('pension-age', '2026-11-22', { sex, ...born })
      const theirs = sum('pension-age', '2026-11-22', { sex, ...next })
      expect(theirs.pensionFrom > mine.pensionFrom).toBe(true)
      const age = sum('pension-age', '2026-11-22', {
        sex,
        ...born,
        birthYear: born.birthYear + 5,
        conditions: 'hazardous',
      })
      expect(age.pensionFrom).toBe(mine.pensionFrom)
    }),
  )
})

test('the lump sum grows with every year and is never negative', () => {
  const years = fc.integer({ min: 1, max: 19 })
  fc.assert(
    fc.property(years, years, fc.integer({ min: 0, max: 90_000_000 }), (before, from, supportedAmount) => {
      const input = {
        yearsBefore2014: before,
        yearsFrom2014: from,
        averageIncome: 2_000_000,
        supportedAmount,
      }
      const { amount } = sum('lump-sum', '2026-11-22', input)
      const { amount: next } = sum('lump-sum', '2026-11-22', { ...input, yearsFrom2014: from + 1 })
      expect(amount).toBeGreaterThanOrEqual(0)
      expect(next).toBeGreaterThanOrEqual(amount)
    }),
  )
})

test('unemployment benefit keeps under the cap of the region and within 3 to 12 months', () => {
  const region = fc.constantFrom('I', 'II', 'III', 'IV')
  fc.assert(
    fc.property(
      region,
      fc.integer({ min: 0, max: 300_000_000 }),
      fc.integer({ min: 0, max: 480 }),
      (region, averageSalary, contributionMonths) => {
        const { monthlyCap } = sum('unemployment-cap', '2026-11-22', { region })
        const benefit = sum('unemployment', '2026-11-22', { region, averageSalary, contributionMonths })
        expect(benefit.monthly).toBeLessThanOrEqual(monthlyCap)
        expect(benefit.eligible).toBe(contributionMonths >= 12)
        expect(benefit.months === 0 || (benefit.months >= 3 && benefit.months <= 12)).toBe(true)
      },
    ),
  )
})

test('worker and employer each pay the sum of three funds, and nobody pays on more than the caps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2_530_000, max: 300_000_000 }), (salary) => {
      const { employee, employer } = sum('compulsory', '2026-11-22', { salary, region: 'I' })
      for (const side of [employee, employer]) expect(side.bhxh + side.bhyt + side.bhtn).toBe(side.total)
      expect(employee.total).toBeLessThanOrEqual(highest * 0.095 + 106_200_000 * 0.01)
      expect(employer.total).toBeGreaterThan(employee.total)
    }),
  )
})

test('money to live on until 75 is never spread over more months than there are', () => {
  const monthsTo75 = fc.integer({ min: 1, max: 180 })
  fc.assert(
    fc.property(
      fc.integer({ min: 700_000, max: highest }),
      fc.integer({ min: 1, max: 14 }),
      monthsTo75,
      (averageIncome, years, left) => {
        const paid = sum('monthly-allowance', '2026-01-01', { averageIncome, years, monthsTo75: left })
        expect(paid.months).toBeLessThanOrEqual(left)
        expect(paid.monthly).toBeGreaterThanOrEqual(500_000)
        expect(paid.topUp).toBe((left - paid.months) * 500_000)
      },
    ),
  )
})

test('more months paid never make a shorter unemployment benefit, nor fewer years of a pension', () => {
  const paid = fc.integer({ min: 0, max: 480 })
  fc.assert(
    fc.property(paid, paid, (one, other) => {
      const [less, more] = [one, other].toSorted((a, b) => a - b)
      const of = (contributionMonths: number | undefined) =>
        sum('unemployment', '2026-11-22', { region: 'II', averageSalary: 9_000_000, contributionMonths })
          .months
      expect(of(more)).toBeGreaterThanOrEqual(of(less))
      const years = (months: number | undefined) => sum('contribution-time', '2026-11-22', { months }).years
      expect(years(more)).toBeGreaterThanOrEqual(years(less))
    }),
  )
})

test('what may be chosen has a floor and a cap, and one đồng beyond either is refused', () => {
  fc.assert(
    fc.property(day, group, interval, (on, group, interval) => {
      const { lowest, highest } = sum('voluntary-base', on, {})
      const refused = (chosenIncome: number) => {
        const answer = compute(
          { rule: 'voluntary-contribution', on, input: { chosenIncome, group, interval } },
          { book },
        )
        return answer.kind === 'refused' ? answer.refusal : undefined
      }
      expect([lowest, highest].map(refused)).toEqual([undefined, undefined])
      expect([lowest - 1, highest + 1].map(refused)).toEqual(['out-of-range', 'out-of-range'])
    }),
  )
})

test('a prepaid year costs twelve months of the day of payment, whatever changes within it', () => {
  fc.assert(
    fc.property(plan, fc.constantFrom<Day>('2026-07-01', '2026-12-31', '2027-01-01'), (input, on) => {
      const fresh = { ...input, supportedMonthsSoFar: 0 }
      const year = sum('voluntary-contribution', on, { ...fresh, interval: 12 })
      const month = sum('voluntary-contribution', on, { ...fresh, interval: 1 })
      expect(Math.abs(year.gross - month.gross * 12)).toBeLessThanOrEqual(6) // each sum is rounded once
      expect(year.stateSupport).toBe(month.stateSupport * 12)
    }),
  )
})
