import { expect, test } from 'vitest'
import { readDay } from '../../src/policy/day.ts'

test.each(['2026-11-22', '2024-02-29', '2026-12-31'])('%s is a day', (text) => {
  expect(readDay(text)).toBe(text)
})

test.each([
  ...['', '2026-11', '2026-02-30', '2025-02-29', '2026-13-01', '22/11/2026', 'x2026-11-22', '2026-11-22x'],
  ...['2026-11-22T00:00:00Z', 20_261_122, null, undefined, {}, new Date('2026-11-22')],
])('%j is none', (given) => {
  expect(readDay(given)).toBeUndefined()
})
