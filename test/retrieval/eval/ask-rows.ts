import type { Answer } from '../../../src/faq/answer.ts'
import type { Finder } from '../../../src/faq/finder.ts'
import type { Ranked } from './figures.ts'
import type { Rival } from './rivals.ts'
import type { OffTopicRow, QuestionRow } from './rows.ts'

export interface Asked extends Ranked {
  readonly row: QuestionRow
  readonly answer: Answer
}

/** A hit at k: one of the first k entries has the row's topic or one of its `also`. */
function rankIn(found: readonly { readonly topics: readonly string[] }[], row: QuestionRow): number {
  const wanted = new Set([row.topic, ...row.also])
  const at = found.findIndex(({ topics }) => topics.some((topic) => wanted.has(topic)))
  return at < 0 ? Infinity : at + 1
}

export function askOurs(finder: Finder, rows: readonly QuestionRow[]): readonly Asked[] {
  return rows.map((row) => {
    const answer = finder.ask(row.text)
    return { row, answer, topic: row.topic, rank: rankIn(answer.entries, row) }
  })
}

export function askRival(
  { find }: Rival,
  rows: readonly QuestionRow[],
  tell: (asked: number) => void,
): readonly Ranked[] {
  return rows.map((row, i) => {
    if (i % 20 === 0) tell(i)
    return { topic: row.topic, rank: rankIn(find(row.text), row) }
  })
}

/** A real question turned away. */
export function isRefused({ kind }: Answer): boolean {
  return kind === 'decline' || kind === 'smalltalk'
}

/** Right when the kind is one of those wanted, or the first entry serves a topic that is as good. */
export function isAccepted({ accept }: OffTopicRow, { kind, entries }: Answer): boolean {
  const served = entries[0]?.topics.map((topic) => `topic:${topic}`) ?? []
  const isOurs = kind === 'answer' || kind === 'choices'
  return accept.includes(kind) || (isOurs && served.some((topic) => accept.includes(topic)))
}
