import { expect, test } from 'vitest'
import { readAge } from '../../src/conversation/read-age.ts'

const today = '2026-11-22'

test.each([
  ['57 tuổi', { years: 57 }],
  ['năm nay 57', { years: 57 }],
  ['nam nay 57', { years: 57 }],
  ['e 32t r', { years: 32 }],
  ['57 tuổi 3 tháng', { years: 57, months: 3 }],
  ['55 tuổi rưỡi', { years: 55, months: 6 }],
  ['sáu lăm tuổi', { years: 65 }],
  ['hai mươi năm tuổi', { years: 25 }],
  ['6 tháng tuổi', { years: 0, months: 6 }],
  ['gần 60', { years: 60, approx: 'below' }],
  ['chưa tới 50', { years: 50, approx: 'below' }],
  ['hơn 45 tuổi', { years: 45, approx: 'above' }],
  ['60 tuổi trở lên', { years: 60, approx: 'above' }],
  ['57 58 tuổi', { min: 57, max: 58 }],
  ['em 40 đóng 15 năm', { years: 40 }],
])('reads "%s"', (text, value) => {
  expect(readAge(text, today)).toEqual({ value })
})

test.each([
  ['năm mươi mấy', [{ min: 51, max: 59 }]],
  ['u60', [{ min: 51, max: 60 }]],
  ['chồng 60 vợ 55', [{ years: 60 }, { years: 55 }]],
  ['sinh 1970', [{ years: 56 }, { years: 55 }]],
  ['60 tuổi mụ', [{ years: 59 }, { years: 60 }]],
])('"%s" must be asked back', (text, candidates) => {
  expect(readAge(text, today)).toEqual({ value: null, candidates })
})

test.each(['150 tuổi', '12/5', 'hông nhớ', '5 triệu'])('"%s" is no age', (text) => {
  expect(readAge(text, today)).toEqual({ value: null })
})
