import type { Outcome } from '../conversation/question-note.ts'
import type { Answer } from '../faq/answer.ts'
import { maskPerson } from '../questions/mask-person.ts'
import type { Talk } from './talk.ts'

/** An answer of every so many asks whether it was the right one. */
const ASK_EVERY = 5

/** Keeps what was asked and what came of it. Small talk is no question, and a cry for help is nobody's statistics. */
export function noteQuestion(talk: Talk, text: string, found: Answer): void {
  const outcome = outcomeOf(found)
  if (outcome === undefined) return
  const { key, brain, memory } = talk
  const words = maskPerson(text, brain.knowledge.knownWords)
  const shown = found.entries.slice(0, outcome === 'answered' || outcome === 'choices' ? found.shown : 0)
  const ids = shown.map(({ entry }) => entry.id)
  talk.note({ kind: 'asked', key, words, programme: memory.programme, outcome, shown: ids })
  talk.remember({ question: { key, isOpen: outcome === 'choices' } })
}

function outcomeOf({ kind, messageClass }: Answer): Outcome | undefined {
  switch (kind) {
    case 'answer':
      return 'answered'
    case 'choices':
      return 'choices'
    case 'decline':
      return messageClass === undefined ? 'not-understood' : 'not-ours'
    case 'handoff':
      return 'handed-over'
    case 'smalltalk':
    case 'safety':
      return undefined
  }
}

/** The person took one of the choices shown. */
export function noteChosen(talk: Talk, entry: string): void {
  const { question } = talk.memory
  if (!question?.isOpen) return
  talk.note({ kind: 'judged', key: question.key, verdict: 'chosen', entry })
  talk.remember({ question: { ...question, isOpen: false } })
}

/** "Đúng ý tôi", or "Không phải ý tôi"; `isOpen`: other choices follow. */
export function noteVerdict(talk: Talk, verdict: 'helpful' | 'not-meant', isOpen = false): void {
  const { question } = talk.memory
  if (!question) return
  talk.note({ kind: 'judged', key: question.key, verdict, entry: undefined })
  talk.remember({ question: { ...question, isOpen } })
}

/** Counts an answer given; true when this one asks whether it was right: the first of every five. */
export function asksVerdict(talk: Talk): boolean {
  const given = talk.memory.answers
  talk.remember({ answers: (given + 1) % ASK_EVERY })
  return given === 0
}
