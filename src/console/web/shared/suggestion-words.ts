import type { AnswerTo } from './api.ts'

type Suggestion = AnswerTo<'GET /my/suggestions'>['suggestions'][number]

export const suggestionSubjects: Readonly<Record<Suggestion['about'], string>> = {
  answer: 'Câu trả lời của bot',
  script: 'Gợi ý nói chuyện trên phiếu',
  other: 'Việc khác',
}
export const suggestionStates: Readonly<Record<Suggestion['state'], string>> = {
  new: 'Đang chờ xem',
  taken: 'Đã nhận',
  declined: 'Không nhận',
}
