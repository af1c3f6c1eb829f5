import { expect, test } from 'vitest'
import { readAge } from '../../src/conversation/read-age.ts'
import { readBirth } from '../../src/conversation/read-birth.ts'
import { readDate } from '../../src/conversation/read-date.ts'
import { readDuration } from '../../src/conversation/read-duration.ts'
import { readMoney } from '../../src/conversation/read-money.ts'

/** What a citizen types, and what it is read as: a value, or what must be asked back. */
const today = '2026-11-22'
const back = (...candidates: readonly object[]) => ({ value: null, candidates })
const sure = (value: object) => ({ value })

test.each([
  ['hai lít', sure({ vnd: 200_000 })],
  ['3 chai', sure({ vnd: 3_000_000 })],
  ['1 xị rưỡi', sure({ vnd: 150_000 })],
  ['ba củ hai', sure({ vnd: 3_200_000 })],
  ['2tr3', sure({ vnd: 2_300_000 })],
  ['1tr050', sure({ vnd: 1_050_000 })],
  ['4tr5 một tháng', sure({ vnd: 4_500_000, per: 'month' })],
  ['luong 6tr2 1 thang', sure({ vnd: 6_200_000, per: 'month' })],
  ['100 nghìn một ngày', sure({ vnd: 100_000, per: 'day' })],
  ['bảy tám củ', sure({ min: 7_000_000, max: 8_000_000 })],
  ['ngót 10 triệu', sure({ vnd: 10_000_000, approx: 'below' })],
  ['bốn trăm mấy', back({ min: 400_000, max: 500_000 })],
  ['vài trăm', back({ min: 200_000, max: 900_000 })],
  ['1tr5 500k', back({ vnd: 1_500_000 }, { vnd: 500_000 })],
])('money: %s', (text, read) => {
  expect(readMoney(text)).toEqual(read)
})

test.each([
  ['hai năm tám tháng', sure({ months: 32 })],
  ['15 năm lẻ 2 tháng', sure({ months: 182 })],
  ['7 năm kém 2 tháng', sure({ months: 82 })],
  ['10 nam thieu 3 thang', sure({ months: 117 })],
  ['một giáp', sure({ months: 144 })],
  ['một thập kỷ', sure({ months: 120 })],
  ['năm sáu năm', sure({ min: 60, max: 72 })],
  ['chưa đủ 1 năm', sure({ months: 12, approx: 'below' })],
  ['từ tháng 3/2015 đến nay', sure({ months: 141 })],
  ['từ 2015 tới giờ', back({ min: 132, max: 143 })],
  ['từ năm 98 tới giờ', back({ min: 336, max: 347 })],
  ['1 năm mấy', back({ min: 13, max: 23 })],
  ['3 tuần', { value: null }],
])('duration: %s', (text, read) => {
  expect(readDuration(text, today)).toEqual(read)
})

test.each([
  ['ngoài 50', sure({ years: 50, approx: 'above' })],
  ['sắp 60', sure({ years: 60, approx: 'below' })],
  ['60 hơn', sure({ years: 60, approx: 'above' })],
  ['bốn lăm', sure({ years: 45 })],
  ['17 tuổi rưỡi', sure({ years: 17, months: 6 })],
  ['55-56 tuổi', sure({ min: 55, max: 56 })],
  ['50 mấy', back({ min: 51, max: 59 })],
  ['u50', back({ min: 41, max: 50 })],
  ['em 8x', back({ min: 36, max: 46 })],
  ['sinh năm 75', back({ years: 51 }, { years: 50 })],
])('age: %s', (text, read) => {
  expect(readAge(text, today)).toEqual(read)
})

test.each([
  ['mùng 2 tháng 3 năm 1965', sure({ y: 1965, m: 3, d: 2 })],
  ['tháng chạp năm 69', sure({ y: 1969, m: 12, d: null })],
  ['19650512', sure({ y: 1965, m: 5, d: 12 })],
  ['12051965', sure({ y: 1965, m: 5, d: 12 })],
  ['29/2/1971', back({ y: 1971, m: 2, d: null })],
  ['tháng 12 âm lịch năm 1969', back({ y: 1969, m: 12, d: null }, { y: 1969, m: null, d: null })],
])('birth: %s', (text, read) => {
  expect(readBirth(text, today)).toEqual(read)
})

test.each([
  ['năm kia', sure({ y: 2024, m: null, d: null })],
  ['3 tháng trước', sure({ y: 2026, m: 8, d: null })],
  ['cách đây 2 năm', sure({ y: 2024, m: null, d: null })],
  ['tháng 3 năm ngoái', sure({ y: 2025, m: 3, d: null })],
  ['tháng chạp', sure({ y: null, m: 12, d: null })],
])('date: %s', (text, read) => {
  expect(readDate(text, today)).toEqual(read)
})
