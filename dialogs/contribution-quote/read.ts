import { fold } from '../../src/conversation/fold.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readDong } from '../../src/conversation/read-money.ts'
import { names } from '../facts.ts'

export const groups = ['poor', 'near-poor', 'ethnic-minority', 'island', 'other'] as const
export const intervals = [1, 3, 6, 12] as const

export const readGroup = readChoice({
  poor: ['hộ nghèo', 'nghèo'],
  'near-poor': ['hộ cận nghèo', 'cận nghèo'],
  'ethnic-minority': ['dân tộc thiểu số', 'dtts', 'người dân tộc', 'đồng bào'],
  island: ['ở xã đảo', 'xã đảo', 'đặc khu', 'ngoài đảo', 'đảo'],
  other: ['không thuộc diện nào', 'không diện nào', 'bình thường', 'khác', 'không', 'không có', 'dân thường'],
})
export const readInterval = readChoice({
  '1': ['1', 'hằng tháng', 'hàng tháng', 'mỗi tháng', 'từng tháng', 'một tháng', '1 tháng', 'tháng'],
  '3': ['3', 'ba tháng', '3 tháng', 'hàng quý', 'theo quý', 'mỗi quý', 'quý'],
  '6': ['6', 'sáu tháng', '6 tháng', 'nửa năm'],
  '12': ['12', 'cả năm', '12 tháng', 'một năm', '1 năm', 'theo năm', 'mỗi năm', 'hằng năm', 'năm'],
})

export const isLowest = (text: string) => /thap nhat|toi thieu/.test(fold(text))

/** "Hộ nghèo, chọn mức 3 triệu, đóng 12 tháng": a sum asked for at once. Without an income it is a question about the rates. */
export function hear(text: string) {
  const chosen = /(?:mức|muc|thu nhập|thu nhap|chọn|chon)\s(?!\s*(?:đóng|dong))[^,;?!\n]*/iu.exec(
    text.normalize('NFC'),
  )
  const chosenIncome = chosen ? readDong(chosen[0]) : undefined
  if (chosenIncome === undefined || !names(/\b(tu nguyen|tn)\b/, text)) return {}
  const group = readGroup(text)
  const interval = readInterval(text)
  return {
    chosenIncome,
    group: group === 'other' && !/\bdien\b/.test(fold(text)) ? undefined : group,
    interval: intervals.find((one) => String(one) === interval),
  }
}
