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
  'sang',
  'lên',
  'cỡ',
  'tầm',
  'khoảng',
  'chừng',
  'tuổi',
]

/** The bound said just before a number. */
export function approxBefore(tokens: readonly Token[], at: number): Approx | undefined {
  const word = isWord(tokens[at - 1], ...joiners) ? at - 2 : at - 1
  if (isWord(tokens[word], ...below)) return 'below'
  if (!isWord(tokens[word], ...above)) return undefined
  return isWord(tokens[word - 1], 'không', 'ko', 'chưa', 'k') ? 'below' : 'above'
}
