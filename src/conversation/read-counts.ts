import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

const digits: readonly (readonly [number, ...string[]])[] = [
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
const onesOnly: readonly (readonly [number, ...string[]])[] = [
  [1, 'mốt'],
  [4, 'tư'],
  [5, 'lăm', 'nhăm'],
]
const units = ['triệu', 'tr', 'củ', 'chai', 'tỷ', 'tỉ', 'nghìn', 'ngàn', 'k', 'lít', 'xị', 'đồng']
const tens = ['mươi', 'mười', 'mưoi', 'mừơi']

/** Replaces numbers spelt in words ("hai mươi mốt", "năm trăm", "sáu lăm", "1 phẩy 5") by number tokens. */
export function withCounts(tokens: readonly Token[]): readonly Token[] {
  const counted: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = countAt(tokens, at)
    const token = found?.token ?? tokens[at]
    if (token) counted.push(token)
    at = found?.next ?? at + 1
  }
  return withDecimals(counted)
}

interface Counted {
  readonly token: NumberToken
  readonly next: number
}

function countAt(tokens: readonly Token[], at: number): Counted | undefined {
  const head = isWord(tokens[at], 'không') && isWord(tokens[at + 1], 'trăm') ? 0 : smallAt(tokens, at)
  const bare = isWord(tokens[at], 'trăm') && !isWord(tokens[at - 1], 'phần', 'mấy', 'vài', 'dăm')
  const hundredAt = bare ? at : at + 1
  if ((head !== undefined && isWord(tokens[hundredAt], 'trăm')) || bare) {
    const rest = belowHundred(tokens, hundredAt + 1)
    const value = (bare ? 1 : (head ?? 0)) * 100 + (rest?.value ?? 0)
    return counted(tokens, at, { value, next: rest?.next ?? hundredAt + 1 }, true)
  }
  const small = tenAt(tokens, at) ?? pairAt(tokens, at)
  if (small) return counted(tokens, at, small, small.chuc)
  return head === undefined || isNumber(tokens[at])
    ? undefined
    : counted(tokens, at, { value: head, next: at + 1 }, false)
}

function counted(
  tokens: readonly Token[],
  at: number,
  { value, next }: { value: number; next: number },
  hundreds: boolean,
): Counted {
  return { token: { kind: 'number', value, raw: '', hundreds, glued: tokens[at]?.glued ?? false }, next }
}

interface Small {
  readonly value: number
  readonly next: number
  readonly chuc: boolean
}

/** "mười lăm", "hai mươi mốt", "5 chục", "chục". */
function tenAt(tokens: readonly Token[], at: number): Small | undefined {
  const head = smallAt(tokens, at)
  const tenIs = head === undefined ? at : at + 1
  const chuc = isWord(tokens[tenIs], 'chục') && !isWord(tokens[tenIs - 1], 'mấy', 'vài', 'dăm')
  if (!chuc && !isWord(tokens[tenIs], ...tens)) return undefined
  const ten = (head ?? 1) * 10
  const ones = chuc ? undefined : onesAt(tokens, tenIs + 1)
  return { value: ten + (ones ?? 0), next: tenIs + (ones === undefined ? 1 : 2), chuc }
}

/** "sáu lăm" 65, "bảy hai" 72; but "ba bốn" stays two numbers: three or four. */
function pairAt(tokens: readonly Token[], at: number): Small | undefined {
  const first = isNumber(tokens[at]) ? undefined : digitAt(tokens, at)
  if (first === undefined) return undefined
  const after = tokens[at + 2]
  if (isWord(after, ...tens, 'trăm', 'chục')) return undefined
  const second = wordIn(onesOnly.slice(1), tokens[at + 1]) ?? descendingAt(tokens, at + 1, first)
  return second === undefined ? undefined : { value: first * 10 + second, next: at + 2, chuc: false }
}

function descendingAt(tokens: readonly Token[], at: number, first: number): number | undefined {
  const second = isNumber(tokens[at]) ? undefined : digitAt(tokens, at)
  return second !== undefined && second <= first ? second : undefined
}

/** What follows a hundred: "linh năm" 5, "hai mươi mốt" 21, "50" 50, "hai" 20, "rưỡi" 50. */
function belowHundred(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  if (isWord(tokens[at], 'rưỡi', 'rưởi', 'rữi')) return { value: 50, next: at + 1 }
  const ten = tenAt(tokens, at) ?? pairAt(tokens, at)
  if (ten) return ten
  const odd = isWord(tokens[at], 'linh', 'lẻ')
  const ones = odd ? onesAt(tokens, at + 1) : onesAt(tokens, at)
  if (ones !== undefined) return { value: odd ? ones : ones * 10, next: odd ? at + 2 : at + 1 }
  const typed = tokens[at]
  if (!isNumber(typed) || !/^\d{1,2}$/.test(typed.raw) || typed.value === 0) return undefined
  return { value: typed.raw.length === 1 ? typed.value * 10 : typed.value, next: at + 1 }
}

function onesAt(tokens: readonly Token[], at: number): number | undefined {
  const isPlainYear = isWord(tokens[at], 'năm') && !isWord(tokens[at + 1], ...units, 'tuổi', 'trăm')
  return wordIn(onesOnly, tokens[at]) ?? (isPlainYear ? undefined : digitAt(tokens, at))
}

function smallAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (isNumber(token)) return token.value < 100 && Number.isInteger(token.value) ? token.value : undefined
  return digitAt(tokens, at)
}

function digitAt(tokens: readonly Token[], at: number): number | undefined {
  return isFive(tokens, at) ? 5 : wordIn(digits, tokens[at])
}

/** "năm" is both five and year. It is five before a unit, a ten or a hundred, or before another "năm" or "tháng". */
function isFive(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], 'năm')) return false
  const [before, after, second] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (isWord(before, 'mỗi', 'hàng', 'hằng', '/', 'sinh')) return false
  const followsCount = isNumber(before) || wordIn(digits, before) !== undefined
  if (isWord(after, ...units, ...tens, 'trăm', 'chục')) return !followsCount || isWord(before, ...units)
  if (isWord(after, 'năm', 'tháng', 'tuổi', 'ngày')) return !followsCount && !isWord(second, ...tens)
  if (isWord(before, 'triệu', 'tr', 'trăm', 'tỷ', 'củ'))
    return !isNumber(after) && !isWord(after, 'nay', 'ngoái', 'sau', 'trước', 'này')
  return wordIn(digits, after) !== undefined && isWord(second, ...units, 'trăm', 'chục')
}

function wordIn(
  list: readonly (readonly [number, ...string[]])[],
  token: Token | undefined,
): number | undefined {
  return list.find(([, ...spellings]) => isWord(token, ...spellings))?.[0]
}

/** "1 phẩy 5", "một chấm năm" → 1.5. */
function withDecimals(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [whole, fraction] = [tokens[at - 1], tokens[at + 1]]
    if (isPoint(token) && isNumber(whole) && isNumber(fraction)) {
      return [
        {
          ...whole,
          value: Number(`${whole.value}.${fraction.value}`),
          raw: `${whole.value}.${fraction.value}`,
        },
      ]
    }
    const isPart =
      (isNumber(token) && isPoint(tokens[at + 1]) && isNumber(tokens[at + 2])) ||
      (isNumber(token) && isPoint(whole) && isNumber(tokens[at - 2]))
    return isPart ? [] : [token]
  })
}

const isPoint = (token: Token | undefined): boolean => isWord(token, 'phẩy', 'phảy', 'chấm')
