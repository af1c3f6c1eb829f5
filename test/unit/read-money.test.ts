import { describe, expect, test } from 'vitest'
import { readDong, readMoney } from '../../src/conversation/read-money.ts'

const sums: readonly (readonly [string, number])[] = [
  ['2tr rưỡi', 2_500_000],
  ['1,5 triệu', 1_500_000],
  ['1tr5', 1_500_000],
  ['1.500.000đ', 1_500_000],
  ['1 500 000', 1_500_000],
  ['1.500.000 VNĐ', 1_500_000],
  ['1,500,000', 1_500_000],
  ['1500k', 1_500_000],
  ['nửa củ', 500_000],
  ['một củ rưỡi', 1_500_000],
  ['củ rưỡi', 1_500_000],
  ['hai triệu rưỡi', 2_500_000],
  ['triệu hai', 1_200_000],
  ['hai triệu năm', 2_500_000],
  ['hai triệu ba trăm', 2_300_000],
  ['hai triệu năm trăm nghìn', 2_500_000],
  ['1 triệu lẻ 50k', 1_050_000],
  ['một triệu không trăm năm mươi nghìn', 1_050_000],
  ['2tr340', 2_340_000],
  ['2tr34', 2_340_000],
  ['5 lít', 500_000],
  ['5 xị', 500_000],
  ['5 trăm', 500_000],
  ['ba trăm ba', 330_000],
  ['trăm rưỡi', 150_000],
  ['hai mươi mốt triệu', 21_000_000],
  ['một phẩy năm triệu', 1_500_000],
  ['1 tỷ 2', 1_200_000_000],
  ['0 đồng', 0],
  ['22% của 1tr5', 330_000],
  ['4,5% của 2.530.000', 113_850],
  ['330k x 12', 3_960_000],
  ['em 32 tuổi lương 5 triệu', 5_000_000],
  ['lương 5 triệu từ năm 2020', 5_000_000],
  ['2 triệu năm nay', 2_000_000],
]

test.each(sums)('reads "%s" as %i đồng', (text, vnd) => {
  expect(readMoney(text)).toEqual({ value: { vnd } })
  expect(readDong(text)).toBe(vnd)
})

test.each([
  ['330k/tháng', { vnd: 330_000, per: 'month' }],
  ['thu nhập 7 triệu đồng/tháng', { vnd: 7_000_000, per: 'month' }],
  ['mỗi tháng đóng 330k', { vnd: 330_000, per: 'month' }],
  ['4tr5/t', { vnd: 4_500_000, per: 'month' }],
  ['4 triệu một năm', { vnd: 4_000_000, per: 'year' }],
  ['15k một ngày', { vnd: 15_000, per: 'day' }],
  ['2 triệu mỗi quý', { vnd: 2_000_000, per: 'quarter' }],
  ['cỡ 3 4 triệu', { min: 3_000_000, max: 4_000_000 }],
  ['từ 3 triệu đến 4 triệu', { min: 3_000_000, max: 4_000_000 }],
  ['500-600k', { min: 500_000, max: 600_000 }],
  ['năm bảy trăm', { min: 500_000, max: 700_000 }],
  ['hơn 5 triệu', { vnd: 5_000_000, approx: 'above' }],
  ['không quá 3 triệu', { vnd: 3_000_000, approx: 'below' }],
])('reads "%s" with its rhythm, range or bound', (text, value) => {
  expect(readMoney(text)).toEqual({ value })
})

describe('what must be asked back', () => {
  test.each(['1.5', '500', '2', '1t5', '500 đồng', '2.000'])(
    '"%s" has a favourite and other readings',
    (text) => {
      const { value, candidates } = readMoney(text)
      expect(value).not.toBeNull()
      expect(candidates?.length).toBe(2)
      expect(readDong(text)).toBeUndefined()
    },
  )

  test.each(['vài triệu', '5 triệu mấy', 'lương 5 triệu đóng 1tr1', '30', '1 500k'])(
    '"%s" has no favourite',
    (text) => {
      const { value, candidates } = readMoney(text)
      expect(value).toBeNull()
      expect(candidates).not.toHaveLength(0)
    },
  )

  test.each(['cỡ 3 4 triệu', 'hơn 5 triệu', '15k một ngày'])('"%s" is no sure sum for a quote', (text) => {
    expect(readDong(text)).toBeUndefined()
  })
})

test.each(['57 tuổi', '0912345678', '12/5/1990', '100 đô', 'hông biết', 'rưỡi', '7 năm', 'tháng 7'])(
  '"%s" is no money',
  (text) => {
    expect(readMoney(text)).toEqual({ value: null })
  },
)

test.each([
  '30 triệu một vụ',
  'mỗi vụ 12 triệu',
  'mùa được 5 triệu, mùa không',
  '10 triệu 1 năm',
  'ngày 100k',
])('"%s" is no monthly income to calculate with', (said) => {
  expect(readDong(said)).toBeUndefined()
})
