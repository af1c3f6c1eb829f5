import { digitAt, endingAt, onesAt, tenWords } from './read-digit-words.ts'
import { isNumber, isWord, type NumberToken, type Token } from './read-tokens.ts'

/** Replaces numbers spelt in words ("hai mươi mốt", "năm trăm", "sáu lăm", "1 phẩy 5") by number tokens. */
export function withCounts(tokens: readonly Token[]): readonly Token[] {
  const counted: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = hundredAt(tokens, at) ?? smallCountAt(tokens, at)
    const token = found ? numberToken(found, tokens[at]) : tokens[at]
    if (token) counted.push(token)
    at = found?.next ?? at + 1
  }
  return withDecimals(counted)
}

interface Counted {
  readonly value: number
  readonly next: number
  readonly hundreds: boolean
}

function numberToken({ value, hundreds }: Counted, first: Token | undefined): NumberToken {
  return { kind: 'number', value, raw: '', hundreds, glued: first?.glued ?? false }
}

const endings = ['lăm', 'nhăm', 'tư', 'mốt']
const some = ['mấy', 'vài', 'dăm'] // "mấy trăm" is no number

/** "năm trăm", "5 trăm", "trăm rưỡi", "không trăm năm mươi". */
function hundredAt(tokens: readonly Token[], at: number): Counted | undefined {
  const alone = isWord(tokens[at], 'trăm') && !isWord(tokens[at - 1], 'phần', ...some)
  const head = alone ? 1 : headAt(tokens, at)
  const hundredIs = alone ? at : at + 1
  if (head === undefined || !isWord(tokens[hundredIs], 'trăm')) return undefined
  const rest = belowHundred(tokens, hundredIs + 1)
  return { value: head * 100 + (rest?.value ?? 0), next: rest?.next ?? hundredIs + 1, hundreds: true }
}

function headAt(tokens: readonly Token[], at: number): number | undefined {
  const isZero = isWord(tokens[at], 'không') && isWord(tokens[at + 1], 'trăm')
  return isZero ? 0 : smallAt(tokens, at)
}

function smallCountAt(tokens: readonly Token[], at: number): Counted | undefined {
  const small = tenAt(tokens, at) ?? pairAt(tokens, at)
  if (small || isNumber(tokens[at])) return small
  const digit = digitAt(tokens, at)
  return digit === undefined ? undefined : { value: digit, next: at + 1, hundreds: false }
}

/** "mười lăm", "hai mươi mốt", "5 chục", "chục". */
function tenAt(tokens: readonly Token[], at: number): Counted | undefined {
  const head = smallAt(tokens, at)
  const tenIs = head === undefined ? at : at + 1
  const chuc = isWord(tokens[tenIs], 'chục') && !isWord(tokens[tenIs - 1], ...some)
  if (!chuc && !isWord(tokens[tenIs], ...tenWords)) return undefined
  const ones = chuc ? undefined : onesAt(tokens, tenIs + 1)
  const next = tenIs + (ones === undefined ? 1 : 2)
  return { value: (head ?? 1) * 10 + (ones ?? 0), next, hundreds: chuc }
}

/** "sáu lăm" 65, "bảy hai" 72; but "ba bốn" stays two numbers: three or four. */
function pairAt(tokens: readonly Token[], at: number): Counted | undefined {
  const first = digitAt(tokens, at)
  if (first === undefined || isWord(tokens[at + 2], ...tenWords, ...endings, 'trăm', 'chục')) return undefined
  const digit = digitAt(tokens, at + 1)
  const second = endingAt(tokens, at + 1) ?? (digit !== undefined && digit <= first ? digit : undefined)
  return second === undefined ? undefined : { value: first * 10 + second, next: at + 2, hundreds: false }
}

/** What follows a hundred: "linh năm" 5, "hai mươi mốt" 21, "50" 50, "hai" 20, "rưỡi" 50. */
function belowHundred(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  if (isWord(tokens[at], 'rưỡi', 'rưởi', 'rữi')) return { value: 50, next: at + 1 }
  return tenAt(tokens, at) ?? pairAt(tokens, at) ?? oddOnes(tokens, at) ?? typedRest(tokens[at], at + 1)
}

function oddOnes(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const odd = isWord(tokens[at], 'linh', 'lẻ')
  const five = odd && isWord(tokens[at + 1], 'năm') ? 5 : undefined
  const ones = five ?? onesAt(tokens, odd ? at + 1 : at)
  if (ones === undefined) return undefined
  return odd ? { value: ones, next: at + 2 } : { value: ones * 10, next: at + 1 }
}

/** "1 trăm 50", "1 trăm 2". */
function typedRest(token: Token | undefined, next: number): { value: number; next: number } | undefined {
  if (!isNumber(token) || !/^\d{1,2}$/.test(token.raw) || token.value === 0) return undefined
  return { value: token.raw.length === 1 ? token.value * 10 : token.value, next }
}

function smallAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (!isNumber(token)) return digitAt(tokens, at)
  return token.value < 100 && Number.isInteger(token.value) ? token.value : undefined
}

/** "1 phẩy 5", "một chấm năm" → 1.5. */
function withDecimals(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const [whole, point, fraction] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (isNumber(whole) && isNumber(fraction) && isWord(point, 'phẩy', 'phảy', 'chấm')) {
      const raw = `${whole.value}.${fraction.value}`
      joined.push({ ...whole, value: Number(raw), raw })
      at += 2
    } else if (whole) joined.push(whole)
  }
  return joined
}
