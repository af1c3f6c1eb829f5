import { fold } from '../conversation/fold.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'
import type { AnswerNames, AnswerRow } from './answer-columns.ts'
import { answerWords } from './answer-words.ts'

const LONGEST_ID = 50

/** An answer as the cells of its row, in the order of its columns: read again, it is the same answer. */
export function answerCells(text: FaqEntry, { topics, journeys }: Pick<AnswerNames, 'topics' | 'journeys'>) {
  const { programme, audience, status } = answerWords
  const labelIn = (known: AnswerNames['topics'], id: string) =>
    known.find((one) => one.id === id)?.label ?? id
  return [
    text.id,
    text.title,
    text.topics.map((id) => labelIn(topics, id)).join('\n'),
    programme[text.programme][0],
    (text.audience ?? []).map((one) => audience[one][0]).join('\n'),
    text.ask.join('\n'),
    text.body,
    text.law
      .map(({ kind, act, place }) => `${kind === undefined ? '' : `${kind} `}${act} | ${place}`)
      .join('\n'),
    shownDay(text.checked),
    text.from === undefined ? '' : shownDay(text.from),
    text.until === undefined ? '' : shownDay(text.until),
    text.next === undefined ? '' : labelIn(journeys, text.next),
    text.related.join('\n'),
    text.owner ?? '',
    status[text.status][0],
  ]
}

const shownDay = (day: string) => day.split('-').reverse().join('/')

/** The answer a row says; without a code it is called like its question. */
export function answerIn(row: AnswerRow): FaqEntry {
  const { id, audience, from, until, next, owner, related, status, topics, ask, law, ...rest } = row
  return {
    ...{ ...rest, id: id ?? idFrom(row.title), topics: [...topics], ask: [...ask], law: [...law] },
    ...{ related: [...(related ?? [])], status: status ?? 'approved' },
    ...(audience === undefined ? {} : { audience: [...audience] }),
    ...(next === undefined ? {} : { next }),
    ...(owner === undefined ? {} : { owner }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

function idFrom(title: string): string {
  const bare = fold(title).replace(/[^a-z0-9]+/g, '-')
  return bare.replace(/^-|-$/g, '').slice(0, LONGEST_ID) || 'cau-moi'
}
