import type { AnswerTo } from '../../shared/api.ts'

export type Text = NonNullable<AnswerTo<'GET /answers/:id'>['text']>
export type Revision = AnswerTo<'GET /answers/:id'>['revisions'][number]
export type Words = AnswerTo<'GET /answer-words'>
export type Report = AnswerTo<'POST /answer-drafts/:id/check'>

export const programmeNames: Readonly<Record<Text['programme'], string>> = {
  voluntary: 'BHXH tự nguyện',
  compulsory: 'BHXH bắt buộc',
  'household-health': 'BHYT hộ gia đình',
  health: 'BHYT khác',
  unemployment: 'Bảo hiểm thất nghiệp',
  pension: 'Hưu trí',
  general: 'Chung',
}

export const audienceNames = {
  informal: 'Lao động tự do, nông dân',
  worker: 'Công nhân, người làm công',
  student: 'Học sinh, sinh viên',
  employer: 'Chủ sử dụng lao động',
  officer: 'Cán bộ',
} as const

export const stateNames: Readonly<Record<Revision['state'], string>> = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  approved: 'Đã duyệt, chờ giờ',
  published: 'Đã xuất bản',
  dropped: 'Đã bỏ',
}

export const stateColors: Readonly<Record<Revision['state'], string>> = {
  draft: 'gray.7',
  submitted: 'amber',
  approved: 'blue.8',
  published: 'brand',
  dropped: 'gray.7',
}

export const options = (names: Readonly<Record<string, string>>, all: string) => [
  { value: '', label: all },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
]
