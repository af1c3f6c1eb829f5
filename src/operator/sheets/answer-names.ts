import type { AnswerDesk } from '../../answers/desk.ts'
import { isQuotable } from '../../policy/quoted.ts'
import type { AnswerNames } from '../../sheets/answer-columns.ts'

export type NamesDesk = Pick<AnswerDesk, 'world' | 'today' | 'topics' | 'journeys'>

/** What answers may name: topics and next steps by what officers call them, parameters and documents as they are kept. */
export function answerNames(desk: NamesDesk): AnswerNames {
  const { book, register, journeys } = desk.world(desk.today())
  const called = new Map(desk.journeys().map(({ id, label }) => [id, label]))
  return {
    topics: desk.topics(),
    journeys: journeys.map((id) => ({ id, label: called.get(id) ?? id })),
    isParameter: (name) => isQuotable(name, book),
    register,
  }
}
