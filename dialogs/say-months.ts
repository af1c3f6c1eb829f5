import type { BirthSpan } from '../src/conversation/read-span.ts'
import type { Span } from '../src/policy/span.ts'

/** 36 → "3 năm", 40 → "3 năm 4 tháng"; a band → "từ 1 tháng đến 5 năm". */
export function sayMonths({ min, max }: Span): string {
  return min === max ? inWords(min) : `từ ${inWords(min)} đến ${inWords(max)}`
}

/** Completed years of age: "58 tuổi", "từ 57 đến 58 tuổi". */
export function sayYears({ min, max }: Span): string {
  return min === max ? `${min} tuổi` : `từ ${min} đến ${max} tuổi`
}

/** "06/1968"; from a year or an age only, the months it may be. */
export function sayBirth({ earliest, latest }: BirthSpan): string {
  const [from, until] = [earliest, latest].map((month) => month.split('-').reverse().join('/'))
  if (earliest === latest) return `tháng ${from}`
  const isWholeYear = earliest.endsWith('-01') && latest === `${earliest.slice(0, 4)}-12`
  return isWholeYear ? `năm ${earliest.slice(0, 4)}` : `từ ${from} đến ${until}`
}

function inWords(months: number): string {
  const years = Math.floor(months / 12)
  const odd = Math.round(months % 12)
  if (years === 0) return `${odd} tháng`
  return odd === 0 ? `${years} năm` : `${years} năm ${odd} tháng`
}
