import type { Knowledge } from '../bot/knowledge.ts'
import type { Answer, AskContext } from '../faq/answer.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'

/** One question that a talk put to the search. */
export interface Asked {
  readonly question: string
  readonly context: AskContext | undefined
  readonly answer: Answer
}

/** A rehearsed talk that was played: its lines, and what it asked. */
export interface PlayedTalk {
  readonly said: readonly string[]
  readonly asks: readonly Asked[]
}

/**
 * Whether a talk surely goes on the same when only answers were changed: it asks the same, finds the same, and meets none
 * of what was changed. False when that is not sure: then it is played.
 */
export function goesOnTheSame({ said, asks }: PlayedTalk, before: Knowledge, after: Knowledge): boolean {
  if (before === after) return true
  const { policy, places, home, copies, scams } = before
  const isOnlyAnswers =
    policy === after.policy && places === after.places && home === after.home && scams === after.scams
  if (!isOnlyAnswers || copies !== after.copies) return false
  const changed = changedIds(before, after)
  const titles = before.entries.filter(({ id }) => changed.has(id)).map(({ title }) => title)
  if (said.some((line) => titles.some((title) => line.includes(title)))) return false
  return asks.every(({ question, context, answer }) => {
    const fresh = after.finder.ask(question, context)
    return isSameFind(answer, fresh) && !meets(answer, changed)
  })
}

/** Answers that are new, gone or written otherwise. */
function changedIds(before: Knowledge, after: Knowledge): ReadonlySet<string> {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]))
  const fresh = new Map(after.entries.map((entry) => [entry.id, entry]))
  const ids = [...old.keys(), ...fresh.keys()]
  return new Set(ids.filter((id) => old.get(id) !== fresh.get(id) && !isSameText(old.get(id), fresh.get(id))))
}

function isSameFind(one: Answer, other: Answer): boolean {
  const ids = ({ entries }: Answer) => entries.map(({ entry }) => entry.id).join()
  return (
    one.kind === other.kind &&
    one.shown === other.shown &&
    one.messageClass === other.messageClass &&
    ids(one) === ids(other)
  )
}

function meets({ entries }: Answer, changed: ReadonlySet<string>): boolean {
  return entries.some(({ entry }) => [entry.id, ...entry.related].some((id) => changed.has(id)))
}

function isSameText(one: FaqEntry | undefined, other: FaqEntry | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
