import type { AnswerTo } from '../../shared/api.ts'

export type Decree = AnswerTo<'GET /decrees'>['open'][number]
export type Form = Decree['form']
export type Row = Form['rows'][number]
export type NewDocument = Form['documents'][number]
export type Words = AnswerTo<'GET /decree-words'>
export type Given = AnswerTo<'GET /decrees/:id'>
export type Checked = AnswerTo<'POST /decrees/:id/check'>

export const stateNames: Readonly<Record<Decree['state'], string>> = {
  draft: 'Đang nhập',
  submitted: 'Chờ xác nhận',
  published: 'Đang dùng',
  'taken-back': 'Đã lấy lại',
  dropped: 'Đã bỏ',
}

export const stateColors: Readonly<Record<Decree['state'], string>> = {
  draft: 'gray.7',
  submitted: 'amber',
  published: 'brand',
  'taken-back': 'red.9',
  dropped: 'gray.7',
}

export const certaintyNames = {
  confirmed: 'Đã xác nhận',
  'single-source': 'Mới có một nguồn',
  unconfirmed: 'Chưa xác nhận',
} as const

/** What is asked for again when a decree was changed. */
export const decreeLists = [
  'GET /decrees',
  'GET /decrees/:id',
  'GET /parameters',
  'GET /parameters/:name',
] as const

const DAY_MS = 86_400_000
const HALF_YEAR = 182

/** Half a year after a day: when somebody should look at the law again, unless they say otherwise. */
export function halfYearAfter(day: string): string {
  return new Date(Date.parse(day) + HALF_YEAR * DAY_MS).toISOString().slice(0, 10)
}
