import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { explain } from '../../src/policy/explain.ts'
import { figures } from '../../src/policy/figures.ts'
import { quote, quoteNext } from '../../src/policy/quoted.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const said = (name: string, on: Day = '2026-11-22') => quote(name, on, book)?.printed

/** Amounts words quote. Worked by hand from the law of the day: what is multiplied stands beside each. */
describe('an amount that follows from the law', () => {
  test.each([
    ['voluntary-lowest-contribution', '330.000 đồng'], // 1.500.000 × 22%
    ['voluntary-lowest-income', '1.500.000 đồng'],
    ['voluntary-highest-income', '50.600.000 đồng'], // 20 × 2.530.000
    ['voluntary-highest-contribution', '11.132.000 đồng'], // 50.600.000 × 22%
    ['voluntary-missing-max-years', '5 năm'], // 60 months
    ['voluntary-support-max-years', '10 năm'], // 120 months
    ['voluntary-support-poor-amount', '165.000 đồng'], // 330.000 × 50%
    ['voluntary-support-near-poor-amount', '132.000 đồng'], // 40%
    ['voluntary-pay-lowest-ethnic-minority', '231.000 đồng'], // 330.000 − 99.000
    ['voluntary-pay-lowest-other', '264.000 đồng'], // 330.000 − 66.000
    ['voluntary-pay-lowest-other-day', '8.800 đồng'], // ÷ 30
    ['voluntary-pay-lowest-other-3-months', '792.000 đồng'],
    ['voluntary-pay-lowest-other-6-months', '1.584.000 đồng'],
    ['voluntary-pay-lowest-other-12-months', '3.168.000 đồng'],
    ['health-month', '113.850 đồng'], // 2.530.000 × 4,5%
    ['health-year', '1.366.200 đồng'], // × 12
    ['health-free-visit-below', '379.500 đồng'], // 2.530.000 × 15%
    ['health-five-year-threshold', '15.180.000 đồng'], // 2.530.000 × 6
    ['household-health-member-1-month', '113.850 đồng'],
    ['household-health-member-2-month', '79.695 đồng'], // 70%
    ['household-health-member-3-year', '819.720 đồng'], // 60% × 12
    ['household-health-member-4-year', '683.100 đồng'], // 50% × 12
    ['household-health-member-5-year', '546.480 đồng'], // 40% × 12
    ['household-health-2-people-year', '2.322.540 đồng'], // 1.366.200 + 956.340
    ['household-health-3-people-year', '3.142.260 đồng'],
    ['household-health-4-people-year', '3.825.360 đồng'],
    ['household-health-5-people-year', '4.371.840 đồng'],
    ['student-health-pay-year', '683.100 đồng'], // 50%
    ['near-poor-health-pay-month', '34.155 đồng'], // 30%
    ['average-farm-health-pay-year', '956.340 đồng'], // 70%
    ['compulsory-lowest-income', '2.530.000 đồng'],
    ['compulsory-highest-income', '50.600.000 đồng'],
    ['compulsory-employee-total', '10,5%'], // 8 + 1,5 + 1
    ['compulsory-employer-bhxh', '17,5%'], // 14 + 3 + 0,5
    ['compulsory-employer-total', '21,5%'], // + 3 + 1
    ['business-owner-bhxh', '25%'], // 22 + 3
    ['business-owner-total', '29,5%'],
    ['business-owner-lowest-bhxh', '632.500 đồng'],
    ['business-owner-lowest-health', '113.850 đồng'],
    ['business-owner-lowest', '746.350 đồng'],
    ['unemployment-cap-1', '26.550.000 đồng'], // 5 × 5.310.000
    ['unemployment-cap-4', '18.500.000 đồng'], // 5 × 3.700.000
    ['unemployment-contribution-cap-1-amount', '106.200.000 đồng'], // 20 × 5.310.000
    ['unemployment-contribution-cap-3-amount', '82.800.000 đồng'],
    ['accident-6-months', '222.000 đồng'], // 6% × 3.700.000
    ['accident-12-months', '444.000 đồng'],
    ['accident-death-amount', '116.550.000 đồng'], // 31,5 × 3.700.000
    ['funeral-amount', '25.300.000 đồng'], // 10 × 2.530.000
  ])('%s is %s', (name, printed) => {
    expect(said(name)).toBe(printed)
  })

  test('the same on another day is that day’s', () => {
    expect(said('health-month', '2026-06-30')).toBe('105.300 đồng')
    expect(said('voluntary-lowest-contribution', '2027-01-01')).toBe('484.000 đồng')
    expect(said('health-month', '2012-01-01')).toBeUndefined()
  })

  test('every figure has a label and a value today, and rests on something', () => {
    for (const [name, { label }] of figures) {
      expect(label.trim(), name).not.toBe('')
      expect(quote(name, '2026-11-22', book)?.used.length, name).toBeGreaterThan(0)
    }
  })
})

describe('what words may quote', () => {
  test('starts when the last of what it rests on starts, and is as sure as the least sure', () => {
    expect(quote('health-month', '2026-11-22', book)).toMatchObject({ from: '2026-07-01' })
    const accident = quote('compulsory-employer-total', '2026-11-22', book)
    expect(accident?.certainty).toBe('single-source')
    expect(accident?.used).toHaveLength(5)
  })

  test('the next value is the first that differs, of the figure or of a parameter', () => {
    expect(quoteNext('voluntary-lowest-contribution', '2026-11-22', book)).toMatchObject({
      printed: '484.000 đồng',
      from: '2027-01-01',
    })
    expect(quoteNext('rural-poverty-line', '2026-12-31', book)).toMatchObject({ printed: '2.200.000 đồng' })
    expect(quoteNext('rural-poverty-line', '2027-01-01', book)).toBeUndefined()
    expect(quoteNext('base-salary', '2019-01-01', book)).toMatchObject({ from: '2019-07-01' })
    expect(quoteNext('no-such-name', '2026-11-22', book)).toBeUndefined()
  })
})

describe('an explanation', () => {
  const lines = explain(
    ['health-month', 'health-rate', 'household-health-member-2-month'],
    '2026-11-22',
    book,
  )

  test('gives each value of the law once, with its article, then what is worked out, from which lines', () => {
    expect(lines.map(({ what, value, from }) => [what, value, from])).toEqual([
      ['Mức lương cơ sở', '2.530.000 đồng', undefined],
      ['Tỷ lệ đóng BHYT', '4,5%', undefined],
      [expect.stringContaining('người thứ 2'), '70%', undefined],
      ['Mức đóng BHYT đủ, một tháng', '113.850 đồng', [1, 2]],
      ['BHYT hộ gia đình, người thứ 2, một tháng', '79.695 đồng', [1, 2, 3]],
    ])
    expect(lines[0]?.source).toMatchObject({ act: '161/2026/NĐ-CP' })
    expect(lines[3]?.source).toBeUndefined()
  })

  test('says of a value that nobody has confirmed that it is not', () => {
    const [first] = explain(['funeral-multiple'], '2026-11-22', book)
    expect(first?.value).toContain('chưa')
  })

  test('leaves out what has no value that day or no name', () => {
    expect(explain(['base-salary', 'no-such-name'], '2012-01-01', book)).toEqual([])
  })
})
