import { readChoice } from '../src/conversation/read-choice.ts'

/** When somebody can take a call. */
export const readTime = readChoice({
  morning: ['buổi sáng', 'sáng'],
  afternoon: ['buổi chiều', 'chiều', 'buổi trưa', 'trưa'],
  evening: ['buổi tối', 'tối'],
  any: ['lúc nào cũng được', 'giờ nào cũng được', 'lúc nào cũng đc', 'bất cứ lúc nào', 'khi nào cũng được'],
})
