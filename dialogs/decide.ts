import { formatCitations } from '../src/conversation/format.ts'
import { ask, end, type Ask, type End } from '../src/conversation/journey.ts'
import type { Answer } from '../src/policy/compute.ts'
import type { Computed } from '../src/policy/outcome.ts'
import type { Verdict } from '../src/policy/verdict.ts'
import { doubtsAbout } from './doubts-about.ts'

/** Five buttons stand under one message on Zalo. */
const MOST_OFFERS = 5

/** How a journey tells a verdict: the {values} of its words, further words, and where it leads. */
interface Telling<Result> {
  readonly asking?: Readonly<Record<string, string>> // for {holes} of the questions
  values?(result: Result): Readonly<Record<string, string>>
  also?(result: Result): readonly string[]
  offers(result: Result): readonly string[]
}

/**
 * Asks what the rule of law still needs, in the journey's order, and nothing else; then ends with the reason that
 * decided and the article of just that. An answer of null is one the person would rather not give.
 */
export function decide<Result extends Verdict, Asked extends string>(
  answer: Answer<Result>,
  questions: readonly Asked[],
  answers: Readonly<Partial<Record<Asked, unknown>>>,
  telling: Telling<Result>,
): Ask<Asked> | End<Result['why'] | 'no-figure'> {
  if (answer.kind === 'refused') return end('no-figure', { say: answer.say }, { offers: ['person'] })
  const { result } = answer
  const open = questions.find((name) => result.needs.includes(name) && !(name in answers))
  if (open !== undefined) return ask(open, telling.asking)
  const doubts = doubtsAbout(answer)
  const values = { because: decidedBy(answer, result), ...telling.values?.(result), ...doubts.values }
  const why: Result['why'] = result.why
  return end(why, values, {
    also: [...(telling.also?.(result) ?? []), ...doubts.also],
    offers: [...telling.offers(result).slice(0, MOST_OFFERS - doubts.offers.length), ...doubts.offers],
    receipts: [answer.receipt],
  })
}

/** The articles of the values that decided, not of everything that was looked at. */
function decidedBy({ used }: Computed<object>, verdict: Verdict): string {
  const deciding = used.filter(({ name }) => verdict.decidedBy.includes(name))
  return formatCitations(deciding.flatMap(({ basis, source }) => (basis ? [basis, source] : [source])))
}
