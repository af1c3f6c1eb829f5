import type { AnswerTo } from '../shared/api.ts'
import { hourInWords } from '../shared/lead/lead-words.ts'

type Line = AnswerTo<'GET /my/leads'>['leads'][number]
export type Card = AnswerTo<'GET /my/leads/:id'>

/** The groups of the list, in its order: what the agent owes these people. */
export const groupNames: Readonly<Record<Line['urgency'], string>> = {
  accept: 'Mới, cần nhận',
  call: 'Cần gọi',
  appointment: 'Đã hẹn giờ',
  follow: 'Đang theo dõi',
  done: 'Vừa xong',
}

/** What is due and by when: "Gọi trước 14:30 hôm nay". Undefined when nothing is. */
export function dueInWords({ urgency, due }: Pick<Line, 'urgency' | 'due'>): string | undefined {
  if (due === undefined) return undefined
  const at = hourInWords(due)
  if (urgency === 'accept') return `Nhận trước ${at}`
  return urgency === 'appointment' ? `Hẹn ${at}` : `Gọi trước ${at}`
}
