import { isNumber, isWord, type Token } from './read-tokens.ts'

export type Per = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'harvest'

const rhythms: readonly (readonly [Per, ...string[]])[] = [
  ['month', 'tháng', 'th', 'thg'],
  ['year', 'năm'],
  ['day', 'ngày', 'bữa'],
  ['quarter', 'quý', 'quí'],
  ['week', 'tuần'],
  ['harvest', 'vụ', 'mùa', 'lứa'],
]

/** For how long a sum that stands at `from`…`to` is: "330k/tháng", "mỗi tháng đóng 330k". */
export function perAround(tokens: readonly Token[], from: number, to: number): { per?: Per } {
  const per = perAfter(tokens, to) ?? perBefore(tokens, from)
  return per === undefined ? {} : { per }
}

/** "/tháng", "một tháng", "mỗi năm", "tháng". */
function perAfter(tokens: readonly Token[], at: number): Per | undefined {
  const slash = isWord(tokens[at], '/')
  const start = slash || isWord(tokens[at], 'mỗi', 'hàng', 'hằng', 'trên') ? at + 1 : at
  const one = tokens[start]
  const unit = isNumber(one) && one.value === 1 ? start + 1 : start
  if (isNumber(tokens[unit + 1]) && !slash && unit === at) return undefined // "330k tháng 7"
  if (slash && isWord(tokens[unit], 't', 'n')) return isWord(tokens[unit], 't') ? 'month' : 'year'
  return rhythmAt(tokens, unit)
}

/** "mỗi tháng đóng 330k", "lương tháng 7 triệu". */
function perBefore(tokens: readonly Token[], at: number): Per | undefined {
  const each = tokens.findLastIndex(
    (token, i) => i < at && (isWord(token, 'mỗi', 'hàng', 'hằng') || (isNumber(token) && token.value === 1)),
  )
  return (each >= 0 && at - each <= 5 ? rhythmAt(tokens, each + 1) : undefined) ?? justBefore(tokens, at)
}

/** "lương tháng 7 triệu", "ngày 10k". */
function justBefore(tokens: readonly Token[], at: number): Per | undefined {
  if (isNumber(tokens[at - 2])) return undefined
  const from = isWord(tokens[at - 1], 'được', 'lời', 'thu', 'kiếm') ? at - 2 : at - 1
  return isWord(tokens[from], 'tháng', 'ngày', 'vụ', 'mùa') ? rhythmAt(tokens, from) : undefined
}

function rhythmAt(tokens: readonly Token[], at: number): Per | undefined {
  if (isWord(tokens[at + 1], 'này', 'nay', 'sau', 'trước', 'ngoái', 'tới')) return undefined
  return rhythms.find(([, ...spellings]) => isWord(tokens[at], ...spellings))?.[0]
}
