import type { LeadOutcome, LeadView } from '../leads/lead.ts'

/** What an agent taps after a call, in the order a call usually ends. */
export const outcomeLabels: Readonly<Record<LeadOutcome, string>> = {
  'not-reached': 'Chưa gọi được',
  'call-again': 'Hẹn gọi lại',
  advised: 'Đã tư vấn',
  'will-join': 'Sẽ tham gia',
  joined: 'Đã tham gia',
  'not-interested': 'Không có nhu cầu',
  'wrong-number': 'Sai số, không phải người đó',
  'other-commune': 'Người dân ở xã khác',
  'erase-request': 'Người dân yêu cầu xoá thông tin',
}

const programmeLabels: Readonly<Record<string, string>> = {
  voluntary: 'BHXH tự nguyện',
  compulsory: 'BHXH bắt buộc',
  'household-health': 'BHYT hộ gia đình',
  health: 'BHYT',
  unemployment: 'Bảo hiểm thất nghiệp',
  pension: 'Hưu trí',
}
export const programmeLabel = (programme: string) => programmeLabels[programme] ?? 'Chưa rõ, cần hỏi thêm'

const timeLabels: Readonly<Record<string, string>> = {
  morning: 'Buổi sáng',
  afternoon: 'Buổi chiều',
  evening: 'Buổi tối',
}
export const timeLabel = (time: string) => timeLabels[time] ?? 'Lúc nào cũng được'

export const forWhomLabels: Readonly<Record<LeadView['forWhom'], string>> = {
  self: 'Hỏi cho chính mình',
  parent: 'Hỏi cho bố hoặc mẹ: chỉ gặp người nhà khi họ đồng ý',
  spouse: 'Hỏi cho vợ hoặc chồng: chỉ gặp người nhà khi họ đồng ý',
  child: 'Hỏi cho con: nói chuyện với bố mẹ',
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
/** An instant as people in Viet Nam write it: "14:30 24/11/2026". */
export const instantLabel = (instant: Date) => clock.format(instant)
