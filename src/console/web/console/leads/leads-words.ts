import { outcomeLabels } from '../../../labels.ts'
import type { AnswerTo, GivenTo } from '../../shared/api.ts'

export type Line = AnswerTo<'GET /leads'>['leads'][number]
export type Card = AnswerTo<'GET /leads/:id'>
export type Which = NonNullable<GivenTo<'GET /leads'>['query']['which']>

export const listNames: Readonly<Record<Which, string>> = {
  desk: 'Chờ cán bộ',
  late: 'Quá giờ',
  open: 'Đang mở',
  closed: 'Đã xong',
  all: 'Tất cả',
}

export const emptyLists: Readonly<Record<Which, string>> = {
  desk: 'Không có phiếu nào chờ cán bộ.',
  late: 'Không có phiếu nào quá giờ.',
  open: 'Không có phiếu nào đang mở.',
  closed: 'Chưa có phiếu nào đã xong.',
  all: 'Chưa có phiếu nào.',
}

export const stateNames: Readonly<Record<Line['state'], string>> = {
  offered: 'Chưa nhận',
  accepted: 'Đã nhận',
  contacted: 'Đã gọi, đang theo dõi',
  closed: 'Đã xong',
}

type Fact = Card['history'][number]

const factNames: Readonly<Record<Fact['fact'], string>> = {
  captured: 'Bà con nhờ gọi',
  updated: 'Bà con nhắn thêm',
  'asked-again': 'Có người khác để lại cùng số này',
  assigned: 'Giao phiếu',
  told: 'Đã báo cho nhân viên thu',
  'notice-failed': 'Chưa báo được cho nhân viên thu',
  'link-opened': 'Mở liên kết',
  viewed: 'Xem phiếu',
  'phone-shown': 'Xem số điện thoại',
  accepted: 'Nhận phiếu',
  declined: 'Không nhận',
  'handed-on': 'Chuyển cho người khác',
  'taken-away': 'Lấy lại phiếu',
  'given-by-hand': 'Giao tay',
  'commune-set': 'Ghi xã, phường',
  reminded: 'Nhắc nhân viên thu',
  'supervisor-told': 'Báo người phụ trách',
  outcome: 'Ghi kết quả',
  noted: 'Ghi chú',
  'time-changed': 'Bà con đổi giờ hẹn',
  cancelled: 'Bà con thôi không cần gọi',
  rated: 'Bà con chấm điểm',
  'wrong-code': 'Có người đọc sai mã gặp mặt',
}

export function factInWords({ fact, outcome }: Pick<Fact, 'fact' | 'outcome'>): string {
  return outcome === undefined ? factNames[fact] : `${factNames[fact]}: ${outcomeLabels[outcome]}`
}
