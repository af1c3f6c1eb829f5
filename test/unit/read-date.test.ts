import { expect, test } from 'vitest'
import { readDate } from '../../src/conversation/read-date.ts'

const today = '2026-11-22' // a Sunday
const day = (y: number | null, m: number | null = null, d: number | null = null) => ({ y, m, d })

test.each([
  ['thang 7/2026', day(2026, 7)],
  ['t7/26', day(2026, 7)],
  ['1/7/2026', day(2026, 7, 1)],
  ['1/7', day(null, 7, 1)],
  ['tháng 7', day(null, 7)],
  ['5/95', day(1995, 5)],
  ['năm 2025', day(2025)],
  ['ngày 20', day(null, null, 20)],
  ['hôm nay', day(2026, 11, 22)],
  ['mai', day(2026, 11, 23)],
  ['3 ngày nữa', day(2026, 11, 25)],
  ['tháng sau', day(2026, 12)],
  ['2 tháng nữa', day(2027, 1)],
  ['ngày 15 tháng này', day(2026, 11, 15)],
  ['tháng 12 năm ngoái', day(2025, 12)],
  ['sang năm', day(2027)],
  ['thứ hai tuần sau', day(2026, 11, 23)],
  ['chủ nhật tuần này', day(2026, 11, 22)],
  ['thứ tư tuần này', day(2026, 11, 18)],
])('reads "%s"', (text, value) => {
  expect(readDate(text, today)).toEqual({ value })
})

test('a day that does not exist is asked back', () => {
  expect(readDate('31/4/2026', today)).toEqual({ value: null, candidates: [day(2026, 4)] })
})

test.each(['quý 3', 'bữa nào cũng được'])('"%s" is no day', (text) => {
  expect(readDate(text, today)).toEqual({ value: null })
})
