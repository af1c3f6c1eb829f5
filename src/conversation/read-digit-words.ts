import { isNumber, isWord, type Token } from './read-tokens.ts'

type Spelt = readonly (readonly [number, ...string[]])[]

const digits: Spelt = [
  [1, 'một', 'mốt', 'môt'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'bốn', 'bôn'],
  [6, 'sáu'],
  [7, 'bảy', 'bẩy', 'bãy'],
  [8, 'tám'],
  [9, 'chín'],
]
/** Forms of one, four and five that only stand after a ten, a hundred or a unit. */
const onesOnly: Spelt = [
  [1, 'mốt'],
  [4, 'tư'],
  [5, 'lăm', 'nhăm'],
]
const units = ['triệu', 'tr', 'củ', 'chai', 'tỷ', 'tỉ', 'nghìn', 'ngàn', 'k', 'lít', 'xị', 'đồng']
const notThisYear = ['nay', 'ngoái', 'sau', 'trước', 'này', 'tới']
export const tenWords = ['mươi', 'mười', 'mưoi', 'mừơi']

/** The digit a word spells: "ba" 3; "năm" only where it means five. */
export function digitAt(tokens: readonly Token[], at: number): number | undefined {
  if (isFive(tokens, at)) return 5
  return isNextOne(tokens, at) ? undefined : spelt(digits, tokens[at])
}

/** "tháng sau", "năm sau" without its mark on "sáu": the next one, unless it counts something ("nam sau thang"). */
function isNextOne(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.kind !== 'word' || token.marked !== 'sau' || before?.kind !== 'word') return false
  const counts = isWord(after, 'năm', 'tháng', 'tuổi', 'ngày', ...units) && before.marked !== 'tháng'
  return !counts && isWord(before, 'tháng', 'năm', 'tuần', 'ngày', 'lần')
}

/** The digit after a ten or a hundred: also "mốt", "tư", "lăm". */
export function onesAt(tokens: readonly Token[], at: number): number | undefined {
  const isYear = isWord(tokens[at], 'năm') && !isWord(tokens[at + 1], ...units, 'tuổi', 'trăm')
  return spelt(onesOnly, tokens[at]) ?? (isYear ? undefined : digitAt(tokens, at))
}

/** "tư", "lăm", "nhăm": a word that can only end a number. */
export function endingAt(tokens: readonly Token[], at: number): number | undefined {
  return spelt(onesOnly.slice(1), tokens[at])
}

/** "năm" is both five and year: in a row of them the two take turns; a single one is told by its neighbours. */
function isFive(tokens: readonly Token[], at: number): boolean {
  if (!isYearWord(tokens[at])) return false
  const start = rowStart(tokens, at)
  const startsWithYear =
    followsCount(tokens, start) || isWord(tokens[start - 1], 'mỗi', 'hàng', 'hằng', '/', 'sinh')
  if (start === at && !isYearWord(tokens[at + 1])) return !startsWithYear && isFiveAlone(tokens, at)
  const yearFirst = startsWithYear || isYearOfFifty(tokens, start)
  return (at - start) % 2 === (yearFirst ? 1 : 0)
}

const isYearWord = (token: Token | undefined): boolean => isWord(token, 'năm')

function rowStart(tokens: readonly Token[], at: number): number {
  return isYearWord(tokens[at - 1]) ? rowStart(tokens, at - 1) : at
}

function isFiveAlone(tokens: readonly Token[], at: number): boolean {
  const isCounting = isWord(tokens[at + 1], ...units, ...tenWords, 'trăm', 'chục', 'tháng', 'tuổi', 'ngày')
  return isCounting || endsSum(tokens, at) || startsRange(tokens, at)
}

/** "năm năm mươi" is the year 1950, but "năm năm mười tháng" is five years and ten months. */
function isYearOfFifty(tokens: readonly Token[], start: number): boolean {
  const isTen = isYearWord(tokens[start + 1]) && isWord(tokens[start + 2], ...tenWords)
  return isTen && !tokens.slice(start + 3, start + 5).some((token) => isWord(token, 'tháng'))
}

/** Something has just been counted: a number, a digit, a ten, or a word that ends a number. */
function followsCount(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (isWord(before, ...tenWords) && isWord(tokens[at + 1], ...units, 'tuổi')) return false // "hai mươi năm nghìn"
  return (
    isNumber(before) || isWord(before, ...tenWords) || spelt([...digits, ...onesOnly], before) !== undefined
  )
}

/** "hai triệu năm", but not "2 triệu năm nay". */
function endsSum(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  return (
    isWord(tokens[at - 1], 'triệu', 'tr', 'trăm', 'tỷ', 'củ') &&
    !isNumber(after) &&
    !isWord(after, ...notThisYear)
  )
}

/** "năm bảy triệu": five to seven million. */
function startsRange(tokens: readonly Token[], at: number): boolean {
  return spelt(digits, tokens[at + 1]) !== undefined && isWord(tokens[at + 2], ...units, 'trăm', 'chục')
}

function spelt(list: Spelt, token: Token | undefined): number | undefined {
  return list.find(([, ...spellings]) => isWord(token, ...spellings))?.[0]
}
