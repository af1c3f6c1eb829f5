import type { AnswerStore } from '../../answers/ports.ts'
import type { DecreeStore } from '../../decrees/ports.ts'
import type { QuestionStore } from '../../work-ports.ts'
import { openAnswerStore } from './answers/answer-store.ts'
import type { AnswerParts } from './answers/answer-rows.ts'
import { openQuestionStore } from './questions.ts'
import { openDecreeStore } from './decrees/decree-store.ts'

/** What lies over the files of knowledge/, answers and decrees with their drafts; and what people asked of it. */
export interface KnowledgeSide {
  readonly revisions: AnswerStore
  readonly decrees: DecreeStore
  readonly questions: QuestionStore
}

export function knowledgeSide(parts: AnswerParts): KnowledgeSide {
  return {
    revisions: openAnswerStore(parts),
    decrees: openDecreeStore(parts),
    questions: openQuestionStore(parts),
  }
}
