import { expect, test } from 'vitest'
import { readDuration } from '../../src/conversation/read-duration.ts'

const today = '2026-11-22'

test.each([
  ['7n4t', 88],
  ['7 năm rưỡi', 90],
  ['13 năm 7 tháng', 163],
  ['13 nam 7 thang', 163],
  ['19 năm 06 tháng', 234],
  ['8th', 8],
  ['nửa năm', 6],
  ['hai mươi năm', 240],
  ['năm năm', 60],
  ['năm tháng', 5],
  ['hai năm năm tháng', 29],
  ['năm năm rưỡi', 66],
  ['hai lăm năm', 300],
  ['7,5 năm', 90],
  ['20 năm 6', 246],
  ['2 quý', 6],
  ['em đóng được 12 năm rồi ạ', 144],
  ['từ 3/2010 đến 12/2015', 70],
  ['từ tháng 3/2005 tới nay', 261],
])('"%s" is %i months', (text, months) => {
  expect(readDuration(text, today)).toEqual({ value: { months } })
})

test.each([
  ['gần 20 năm', { months: 240, approx: 'below' }],
  ['hơn 10 năm', { months: 120, approx: 'above' }],
  ['chưa đủ 15 năm', { months: 180, approx: 'below' }],
  ['15 16 năm', { min: 180, max: 192 }],
])('"%s" keeps its bound or range', (text, value) => {
  expect(readDuration(text, today)).toEqual({ value })
})

test.each([
  ['năm rưỡi', { months: 18 }, [{ months: 18 }, { months: 66 }]],
  ['từ 2005 tới giờ', null, [{ min: 252, max: 263 }]],
  ['mười mấy năm', null, [{ min: 132, max: 228 }]],
  ['20', { months: 240 }, [{ months: 240 }, { months: 20 }]],
  ['10 năm 3 tháng nghỉ 2 năm', null, [{ months: 123 }, { months: 24 }]],
])('"%s" must be asked back', (text, value, candidates) => {
  expect(readDuration(text, today)).toEqual({ value, candidates })
})

test.each(['tháng 3', 'em 32 tuổi', 'năm 2005', 'không nhớ'])('"%s" is no duration', (text) => {
  expect(readDuration(text, today)).toEqual({ value: null })
})
