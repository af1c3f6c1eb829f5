import { expect, test } from 'vitest'
import { everydayMoney } from '../../src/policy/everyday-money.ts'

test('a month of 198.000 đồng, by quarter, by harvest and into the clay pig', () => {
  expect(everydayMoney(198_000, 1)).toEqual({
    perMonth: 198_000,
    perQuarter: 594_000,
    perHarvest: { ofTwo: 1_188_000, ofThree: 792_000 },
    piggyBank: { perDay: 7_000, afterMonth: 210_000 },
  })
})

test('a year paid at once comes to the same, each share rounded on its own', () => {
  expect(everydayMoney(2_376_000, 12)).toEqual(everydayMoney(198_000, 1))
  expect(everydayMoney(1_000_000, 12)).toEqual({
    perMonth: 83_333,
    perQuarter: 250_000,
    perHarvest: { ofTwo: 500_000, ofThree: 333_333 },
    piggyBank: { perDay: 3_000, afterMonth: 90_000 },
  })
})

test('a day that comes out even is not raised, and the pig is never short of the month', () => {
  expect(everydayMoney(240_000, 1).piggyBank).toEqual({ perDay: 8_000, afterMonth: 240_000 })
  for (const month of [264_000, 165_000, 387_200, 1, 29_999, 30_001])
    expect(everydayMoney(month, 1).piggyBank.afterMonth).toBeGreaterThanOrEqual(month)
})
