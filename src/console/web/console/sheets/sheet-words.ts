import type { SentBody } from '../../../api/contract.ts'
import type { Contracts } from '../../../api/contracts.ts'

export type Kind = SentBody<Contracts['POST /sheets/check']>['kind']

interface KindWords {
  readonly label: string
  /** What one of its counted things is called. */
  readonly one: string
  readonly about: string
}

/** What can come in and go out, in the order in which a new installation needs it. */
export const kindWords: Readonly<Record<Kind, KindWords>> = {
  points: { label: 'Điểm thu', one: 'điểm thu', about: 'Tên, địa chỉ, giờ mở của từng điểm.' },
  agents: {
    label: 'Nhân viên thu',
    one: 'nhân viên',
    about: 'Họ tên, số điện thoại, điểm thu, xã phụ trách. Nhập điểm thu trước.',
  },
  coverage: {
    label: 'Xã phụ trách',
    one: 'nhân viên',
    about: 'Ai phụ trách xã nào. Tệp thay toàn bộ xã của nhân viên có tên trong tệp.',
  },
  targets: { label: 'Chỉ tiêu', one: 'chỉ tiêu', about: 'Chỉ tiêu của nhân viên, xã, tỉnh theo kỳ.' },
  answers: {
    label: 'Câu trả lời',
    one: 'câu',
    about: 'Mọi mục của từng câu. Nhập chỉ thành bản nháp; người thứ hai duyệt rồi bot mới nói.',
  },
}

export const kinds = Object.keys(kindWords) as readonly Kind[] // exactly its keys
