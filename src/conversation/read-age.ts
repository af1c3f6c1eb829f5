import type { Day } from '../policy/values.ts'
import { approxAround, type Approx } from './read-approx.ts'
import { withCounts } from './read-counts.ts'
import { askBack, nothingRead, sure, type Read } from './read-result.ts'
import { isNumber, isWord, tokensOf, type NumberToken, type Token } from './read-tokens.ts'

/** Completed years, and months when they were said. */
export type AgeValue =
  | { readonly years: number; readonly months?: number; readonly approx?: Approx }
  | { readonly min: number; readonly max: number } // years

const OLDEST = 120

/** "57 tuổi 3 tháng", "e 32t r", "gần 60", "năm nay 57" → age. Two ages, "năm mươi mấy" or a year of birth are asked back. */
export function readAge(text: string, today: Day): Read<AgeValue> {
  const tokens = withCounts(tokensOf(text))
  const vague = vagueAge(tokens)
  if (vague) return vague
  const said = agesIn(tokens, true)
  const ages = said.length > 0 ? said : agesIn(tokens, false)
  const values = [...new Map(ages.map((age) => [JSON.stringify(age), age])).values()]
  const [age, another] = values
  if (another) return askBack(values)
  if (!age) return inMonths(tokens) ?? fromBirthYear(tokens, today)
  return 'years' in age && isLunar(tokens)
    ? askBack([{ years: age.years - 1 }, { years: age.years }])
    : sure(age)
}

const ageWords = ['tuổi', 'tủi', 't', 'ts']

/** Ages said with the word, or else bare numbers that can be an age. */
function agesIn(tokens: readonly Token[], withWord: boolean): AgeValue[] {
  return tokens.flatMap((token, at) => {
    if (!isNumber(token) || !Number.isInteger(token.value) || token.value > OLDEST) return []
    const range = rangeAt(tokens, at, withWord)
    if (range) return [range]
    if (rangeAt(tokens, at - 1, withWord) ?? rangeAt(tokens, at - 2, withWord)) return []
    const age = withWord ? wordedAge(tokens, at, token) : bareAge(tokens, at, token)
    return age ? [age] : []
  })
}

function wordedAge(tokens: readonly Token[], at: number, { value }: NumberToken): AgeValue | undefined {
  if (isWord(tokens[at + 1], 'tháng', 'th') && isWord(tokens[at + 2], 'tuổi'))
    return { years: 0, months: value }
  if (isWord(tokens[at - 1], 'tuổi') && !isWord(tokens[at + 1], 'tháng', 'th'))
    return worded(tokens, at, value, at + 1)
  return isWord(tokens[at + 1], ...ageWords) ? worded(tokens, at, value, at + 2) : undefined
}

function worded(tokens: readonly Token[], at: number, years: number, next: number): AgeValue {
  const approx = approxAround(tokens, at, next)
  return { years, ...monthsAt(tokens, next), ...(approx && { approx }) }
}

/** "57 tuổi 3 tháng", "57 tuổi rưỡi". */
function monthsAt(tokens: readonly Token[], at: number): { months?: number } {
  if (isWord(tokens[at], 'rưỡi', 'rưởi', 'rữi')) return { months: 6 }
  const from = isWord(tokens[at], ',', 'và', 'lẻ', 'với') ? at + 1 : at
  const count = tokens[from]
  const isMonths = isNumber(count) && count.value < 12 && isWord(tokens[from + 1], 'tháng', 'th', 't')
  return isMonths ? { months: count.value } : {}
}

const notAge = [
  'năm',
  'n',
  'tháng',
  'th',
  'ngày',
  'triệu',
  'tr',
  'k',
  'đồng',
  'người',
  'con',
  '%',
  '/',
  '-',
  '.',
  'giờ',
]
const notBeforeAge = ['/', '-', 'tháng', 'ngày', 'sinh', 'sn', 'số', 'điều']

function bareAge(tokens: readonly Token[], at: number, { value }: NumberToken): AgeValue | undefined {
  if (isWord(tokens[at + 1], ...notAge) || isWord(tokens[at - 1], ...notBeforeAge)) return undefined
  if (isBirthYear(tokens, at) || isDecadeOfBirth(tokens, at)) return undefined
  return value >= 1 ? worded(tokens, at, value, at + 1) : undefined
}

/** "57 58 tuổi", "55-60 tuổi". */
function rangeAt(tokens: readonly Token[], at: number, withWord: boolean): AgeValue | undefined {
  const low = tokens[at]
  const joined = isWord(tokens[at + 1], '-', '–', 'đến', 'tới', 'hoặc', 'hay')
  const highIs = at + (joined ? 2 : 1)
  const high = tokens[highIs]
  if (!isNumber(low) || !isNumber(high) || low.value >= high.value || high.value > OLDEST) return undefined
  return isWord(tokens[highIs + 1], ...ageWords) || !withWord
    ? { min: low.value, max: high.value }
    : undefined
}

/** "năm mươi mấy", "U60". */
function vagueAge(tokens: readonly Token[]): Read<AgeValue> | undefined {
  const at = tokens.findIndex((token, i) => isNumber(token) && token.value % 10 === 0 && isSome(tokens, i))
  const tens = tokens[at]
  if (!isNumber(tens) || tens.value < 10 || tens.value >= OLDEST) return undefined
  const isDecade = isWord(tokens[at - 1], 'u')
  return askBack([
    isDecade ? { min: tens.value - 9, max: tens.value } : { min: tens.value + 1, max: tens.value + 9 },
  ])
}

function isSome(tokens: readonly Token[], at: number): boolean {
  return (
    isWord(tokens[at + 1], 'mấy', 'mí', 'lẻ') || (isWord(tokens[at - 1], 'u') && tokens[at]?.glued === true)
  )
}

/** "60 tuổi mụ": counted from before birth, a year more than the law counts. */
function isLunar(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => isWord(token, 'tuổi') && isWord(tokens[at + 1], 'mụ', 'ta', 'âm'))
}

/** A baby's age: "8 tháng", "18 tháng". */
function inMonths(tokens: readonly Token[]): Read<AgeValue> | undefined {
  const counts = tokens.filter((token, at) => isNumber(token) && isWord(tokens[at + 1], 'tháng', 'th'))
  const [count, another] = counts
  if (!isNumber(count) || another || count.value > 36 || tokens.filter(isNumber).length > 1) return undefined
  return sure({ years: Math.floor(count.value / 12), months: count.value % 12 })
}

/** "sinh 1970": one of two ages, by whether the birthday has been this year. */
function fromBirthYear(tokens: readonly Token[], today: Day): Read<AgeValue> {
  const thisYear = Number(today.slice(0, 4))
  const years = tokens.flatMap((token, at) => {
    if (!isNumber(token)) return []
    if (isDecadeOfBirth(tokens, at))
      return [{ first: 1900 + 10 * token.value, last: 1909 + 10 * token.value }]
    const year = isBirthYear(tokens, at) && token.value < 100 ? 1900 + token.value : token.value
    return year > thisYear - OLDEST && year < thisYear ? [{ first: year, last: year }] : []
  })
  const [year, another] = years
  if (!year || another) return nothingRead
  const [youngest, oldest] = [thisYear - year.last - 1, thisYear - year.first]
  return year.first === year.last
    ? askBack([{ years: oldest }, { years: youngest }])
    : askBack([{ min: youngest, max: oldest }])
}

/** "sinh năm 75", "sn 75": a year, not an age. */
function isBirthYear(tokens: readonly Token[], at: number): boolean {
  const yearIs = isWord(tokens[at - 1], 'năm') ? at - 2 : at - 1
  return isWord(tokens[yearIs], 'sinh', 'sn', 'nsinh', 'đẻ')
}

/** "8x": born in the eighties. */
function isDecadeOfBirth(tokens: readonly Token[], at: number): boolean {
  const [decade, x] = [tokens[at], tokens[at + 1]]
  return isNumber(decade) && /^[4-9]$/.test(decade.raw) && isWord(x, 'x') && x?.glued === true
}
