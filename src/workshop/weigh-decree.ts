import type { AnswerText } from '../answers/revision.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { changedSums } from '../cli/impact.ts'
import { changedAnswers } from '../cli/impact-words.ts'
import { loadSampleCitizens } from '../cli/sample-citizens.ts'
import type { Effect, Weighed } from '../decrees/desk.ts'
import { sumInWords } from '../decrees/sum-words.ts'
import type { LawChange } from '../policy/law-change.ts'
import type { Day } from '../policy/values.ts'
import type { knowing } from './knowing.ts'

export interface ToWeigh {
  /** Every answer as it is. */
  readonly texts: readonly AnswerText[]
  /** What is published over the law of the files. */
  readonly changes: readonly LawChange[]
  /** What is to be confirmed. */
  readonly change: LawChange
  readonly today: Day
}

/** So many answers are listed; of the rest only the number would be read. */
const MOST_LISTED = 60

/** What a decree changes for people: sums of the sample citizens and answers, today and on each day that something begins. */
export function weighDecree(root: string, know: ReturnType<typeof knowing>, given: ToWeigh): Weighed {
  const { texts, changes, change, today } = given
  const two = [know(texts, today, changes), know(texts, today, [...changes, change])] as const
  const days = [...new Set([today, ...change.values.map(({ entry }) => entry.from)])].sort()
  const citizens = loadSampleCitizens(root)
  const answers = days.flatMap((on) => wholeAnswers(on, two))
  return {
    days,
    citizens: days.flatMap((on) =>
      changedSums(citizens, on, ...two).map(({ what, before, after }) => {
        return { what, on, before: sumInWords(before), after: sumInWords(after) }
      }),
    ),
    answers: answers.slice(0, MOST_LISTED),
    answerCount: new Set(answers.map(({ what }) => what)).size,
  }
}

/** One row an answer, with the lines of it that read otherwise. */
function wholeAnswers(on: Day, [before, after]: readonly [Knowledge, Knowledge]): readonly Effect[] {
  const titles = new Map(after.entries.map(({ id, title }) => [id, title]))
  const lines = changedAnswers(on, before, after)
  return [...new Set(lines.map(({ what }) => what))].map((id) => {
    const changed = lines.filter(({ what }) => what === id)
    return {
      ...{ what: titles.get(id) ?? id, on },
      before: changed.map((line) => line.before).join('\n'),
      after: changed.map((line) => line.after).join('\n'),
    }
  })
}
