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

/** "tháng sau", "năm sau" without its mark on "sáu": the next one, unless a year follows ("thang sau nam 68"). */
function isNextOne(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || token.marked !== 'sau') return false
  if (isWord(tokens[at - 1], 'thang') && isWord(tokens[at + 1], 'nam')) return false
  return isWord(tokens[at - 1], 'tháng', 'năm', 'tuần', 'ngày', 'lần')
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

/** "năm" is both five and year. It is five before a unit, a ten or a hundred, or before another "năm" or "tháng". */
function isFive(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], 'năm') || isWord(tokens[at - 1], 'mỗi', 'hàng', 'hằng', '/', 'sinh')) return false
  const after = tokens[at + 1]
  if (isWord(after, ...units, ...tenWords, 'trăm', 'chục'))
    return isWord(tokens[at - 1], ...units) || !followsCount(tokens, at)
  if (isWord(after, 'năm', 'tháng', 'tuổi', 'ngày'))
    return !followsCount(tokens, at) && !isWord(tokens[at + 2], ...tenWords)
  return endsSum(tokens, at) || startsRange(tokens, at)
}

function followsCount(tokens: readonly Token[], at: number): boolean {
  return isNumber(tokens[at - 1]) || spelt(digits, tokens[at - 1]) !== undefined
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
