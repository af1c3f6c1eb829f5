/**
 * The five stages of the campaign (product.md row 20), each defined here once; the rows they are counted from are in
 * migration 081. The first two count people, each once a day: somebody who comes back tomorrow counts again tomorrow.
 * The other three count leads, each once, under the day it was left, as it stands today: so a later stage is always a part
 * of the earlier one.
 */
export const stages = [
  { id: 'learn', name: 'Tìm hiểu', says: 'người được bot trả lời ít nhất một lần trong ngày' },
  { id: 'interact', name: 'Tương tác', says: 'người nói tiếp và được trả lời từ lần thứ hai trong ngày' },
  { id: 'left', name: 'Để lại thông tin', says: 'phiếu bà con đồng ý để lại' },
  { id: 'contacted', name: 'Được liên hệ', says: 'phiếu mà nhân viên đã gọi và gặp được người' },
  { id: 'joined', name: 'Tham gia', says: 'phiếu mà nhân viên ghi “đã tham gia”' },
] as const

export const outcomeNames: Readonly<Record<string, string>> = {
  answered: 'Trả lời ngay',
  chosen: 'Đưa lựa chọn, bà con đã chọn',
  choices: 'Đưa lựa chọn, chưa chọn',
  'not-ours': 'Từ chối: ngoài việc của BHXH',
  'not-understood': 'Từ chối: chưa hiểu',
  'handed-over': 'Chuyển người trực',
}

export const answerWaits = { a: 'trong 5 giây', b: 'trong 30 giây', c: 'trong 5 phút', d: 'lâu hơn 5 phút' }
export const acceptWaits = { a: 'trong 1 giờ', b: 'trong 4 giờ', c: 'trong 24 giờ', d: 'lâu hơn 24 giờ' }
export const callWaits = { a: 'trong 4 giờ', b: 'trong 24 giờ', c: 'trong 48 giờ', d: 'lâu hơn 48 giờ' }
