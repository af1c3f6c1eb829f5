import type { Day } from '../policy/values.ts'
import { calendarWords, plainWords } from './calendar-words.ts'
import { fullYear, numberOrNull } from './read-date.ts'
import { dayPartsIn, isRealDay, nearestDays, type DayParts } from './read-day-parts.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'

const OLDEST = 120

/** "sn 70", "t3/68", "12-5-90" → day of birth as far as said. A day that cannot be is asked back, a lunar one too. */
export function readBirth(text: string, today: Day): Read<DayParts> {
  const words = wordsOf(text, today)
  const years = yearsIn(words, today)
  if (years.length > 1) return askBack(years.map(onlyYear))
  const said = dayPartsIn(words)
  if (!said) return bareYear(words, today)
  const y = said.y === undefined ? null : fullYear(said.y, Number(today.slice(2, 4)))
  const parts = { y, m: numberOrNull(said.m), d: numberOrNull(said.d) }
  if (!isRealDay(parts)) return askBack(nearestDays(parts))
  if (!isPast(parts, today)) return nothingRead
  return /\bam( lich)?\b/.test(words) && parts.m !== null
    ? askBack([parts, { ...parts, m: null, d: null }])
    : sure(parts)
}

/** "Năm nay tôi 58 tuổi", "đóng từ 2005, 55 tuổi": with an age and no word of birth, a year the age does not fit is no birth's. */
function wordsOf(text: string, today: Day): string {
  const plain = plainWords(text)
  const age = /(\d{1,3}) ?(?:tuoi|t)\b/.exec(plain)?.[1]
  if (age === undefined || /\b(?:sinh|sn|nsinh|de)\b/.test(plain)) return calendarWords(text, today)
  const born = Number(today.slice(0, 4)) - Number(age)
  const fits = (year: string) => Number(year) === born || Number(year) === born - 1
  return plain.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => (fits(year) ? year : ' '))
}

const onlyYear = (y: number): DayParts => ({ y, m: null, d: null })

function yearsIn(words: string, today: Day): readonly number[] {
  const found = words.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
  return [...new Set(found.map(Number))].filter((y) => isPast(onlyYear(y), today))
}

function isPast({ y, m, d }: DayParts, today: Day): boolean {
  if (y === null) return true
  const written = `${y}-${padded(m ?? 1)}-${padded(d ?? 1)}`
  return written <= today && y >= Number(today.slice(0, 4)) - OLDEST
}

const padded = (part: number): string => String(part).padStart(2, '0')

/** "70" may be the year 1970 or an age of seventy; "57 tuổi" leaves two years. */
function bareYear(words: string, today: Day): Read<DayParts> {
  const [number, another] = words.match(/(?<![\d/])\d+(?![\d/x])/g) ?? []
  if (number === undefined || another !== undefined || !/^\d{2}$/.test(number)) return nothingRead
  const thisYear = Number(today.slice(0, 4))
  if (/\d\d ?(?:tuoi|t)\b/.test(words)) {
    return askBack([onlyYear(thisYear - Number(number)), onlyYear(thisYear - Number(number) - 1)])
  }
  const born = onlyYear(fullYear(number, Number(today.slice(2, 4))))
  return askBack([born, onlyYear(thisYear - Number(number))], born)
}
