import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { journeys } from '../../../dialogs/index.ts'
import { bannedWords } from '../../faq/answer-words.ts'
import type { FaqWorld } from '../../faq/check-faq.ts'
import type { DocumentRegister } from '../../policy/documents.ts'
import type { PolicyBook } from '../../policy/policy-book.ts'
import type { Day } from '../../policy/values.ts'
import { loadTopics } from './load-topics.ts'

/** What answers are checked against: on a day, and on every day of the year after it on which a number of the law changes. */
export function loadFaqWorld(
  root: string,
  on: Day,
  { book, register }: { readonly book: PolicyBook; readonly register: DocumentRegister },
): FaqWorld {
  const coming = book.parameters
    .flatMap(({ values }) => values.map(({ from }) => from))
    .filter((from) => from > on)
  return {
    ...{ book, register },
    topics: loadTopics(root).map(({ id }) => id),
    journeys: journeys.map(({ id }) => id),
    banned: bannedWords(readFileSync(join(root, 'knowledge', 'voice.md'), 'utf8')),
    days: [on, ...new Set(coming)].filter((day) => day < horizon(on)),
  }
}

/** A year ahead: further changes are checked when they come nearer. */
function horizon(on: Day): string {
  return `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`
}
