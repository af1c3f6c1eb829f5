import type { AnswerText } from '../../src/answers/revision.ts'

/** A small answer that passes for one. */
export function answerText(id: string): AnswerText {
  const ask = Array.from({ length: 12 }, (_, i) => `câu hỏi ${id} kiểu ${i + 1}`)
  return {
    ...{ id, title: `Câu hỏi mẫu ${id}`, topics: ['bhxh-tn-muc-dong'], programme: 'voluntary', ask },
    ...{ status: 'approved', checked: '2026-11-22', related: [], body: 'Lời cũ.' },
    law: [{ act: '41/2024/QH15', place: 'Điều 36' }],
  }
}
