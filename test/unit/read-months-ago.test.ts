import { expect, test } from 'vitest'
import { readMonthsAgo } from '../../src/conversation/read-span.ts'

const today = '2026-11-22'

test.each([
  ['thang truoc', { min: 0, max: 2 }],
  ['Tháng rồi cháu ơi', { min: 0, max: 2 }],
  ['mới nghỉ hôm qua', { min: 0, max: 1 }],
  ['tuan truoc', { min: 0, max: 1 }],
  ['năm ngoái', { min: 10, max: 22 }],
])('%s is a while ago, known to the month or the year', (text, months) => {
  expect(readMonthsAgo(text, today)).toEqual(months)
})

test.each(['3 tháng trước', 'hai năm', 'chưa nghỉ', 'làm ruộng'])(
  '%s is left to the reader of durations',
  (text) => {
    expect(readMonthsAgo(text, today)).toBeUndefined()
  },
)
