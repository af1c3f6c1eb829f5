import { isWord, type Token } from './read-tokens.ts'

/** Said as a bound, not as a figure: "gần 60" below, "hơn 45" above. */
export type Approx = 'below' | 'above'

const above = ['hơn', 'trên', 'ngoài', 'quá', 'qua']
const below = ['gần', 'dưới', 'chưa', 'sắp', 'ngót', 'suýt', 'xấp']
const joiners = [
  'tới',
  'đến',
  'đầy',
  'xỉ',
  'được',
  'đủ',
  'bước',
  'lên',
  'cỡ',
  'tầm',
  'khoảng',
  'chừng',
  'tuổi',
]

/** The bound said around a number that stands at `from`…`next`: "gần 60", "60 trở lên", "ít nhất 60". */
export function approxAround(tokens: readonly Token[], from: number, next: number): Approx | undefined {
  return approxBefore(tokens, from) ?? approxAfter(tokens, next)
}

function approxBefore(tokens: readonly Token[], at: number): Approx | undefined {
  const last = tokens[at - 1]
  if (isWord(last, 'nhất', 'thiểu') && isWord(tokens[at - 2], 'ít', 'tối')) return 'above'
  if (isWord(last, 'nhất', 'đa') && isWord(tokens[at - 2], 'nhiều', 'tối')) return 'below'
  const word = isWord(last, ...joiners) ? at - 2 : at - 1
  if (isWord(tokens[word], ...below)) return 'below'
  if (!isWord(tokens[word], ...above)) return undefined
  return isWord(tokens[word - 1], 'không', 'ko', 'chưa', 'k') ? 'below' : 'above'
}

function approxAfter(tokens: readonly Token[], at: number): Approx | undefined {
  if (isWord(tokens[at], 'hơn', '+')) return 'above'
  if (!isWord(tokens[at], 'trở', 'đổ')) return undefined
  return isWord(tokens[at + 1], 'lên')
    ? 'above'
    : isWord(tokens[at + 1], 'xuống', 'lại')
      ? 'below'
      : undefined
}
