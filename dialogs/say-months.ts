import type { Span } from '../src/policy/span.ts'

/** 36 → "3 năm", 40 → "3 năm 4 tháng"; a band → "từ 1 tháng đến 5 năm". */
export function sayMonths({ min, max }: Span): string {
  return min === max ? inWords(min) : `từ ${inWords(min)} đến ${inWords(max)}`
}

function inWords(months: number): string {
  const years = Math.floor(months / 12)
  const odd = Math.round(months % 12)
  if (years === 0) return `${odd} tháng`
  return odd === 0 ? `${years} năm` : `${years} năm ${odd} tháng`
}
