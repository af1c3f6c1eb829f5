import { arrange } from './arrange.ts'
import { isOurs, type Likely } from './judge.ts'
import type { Lexicon } from './lexicon.ts'
import { look, type Looked } from './look.ts'
import type { SearchIndex } from './search-index.ts'
import { TWO_QUESTIONS } from './weights.ts'

const SHORTEST = 3
const MOST_CLAUSES = 4

/** Two clauses that ask for two different things: the five kept, one answer to each first. Undefined: one question. */
export function twoQuestions(
  whole: Looked,
  lexicon: Lexicon,
  index: SearchIndex,
): readonly Likely[] | undefined {
  const { likely } = whole.judgement
  const [first] = likely
  const asking = whole.query.clauses.filter(({ asks, words }) => asks && words.length >= SHORTEST)
  if (!first || asking.length < 2) return undefined
  const others = asking
    .slice(-MOST_CLAUSES)
    .map((clause) => look(whole.query, lexicon, index, { focus: clause }).judgement)
    .filter(isOurs)
    .map((judgement) => judgement.likely[0])
  const found = others
    .filter((other) => other !== undefined)
    .filter((other) => other.likelihood >= TWO_QUESTIONS && !shareTopic(first, other))
    .toSorted((a, b) => b.likelihood - a.likelihood)[0]
  const answersOne = others.some((other) => other && sameEntry(first, other))
  if (!found || !answersOne) return undefined
  const rest = arrange(likely.filter((one) => !sameEntry(one, first) && !sameEntry(one, found)))
  return [first, found, ...rest].slice(0, 5)
}

function sameEntry(one: Likely, other: Likely): boolean {
  return one.ranked.item === other.ranked.item
}

function shareTopic(one: Likely, other: Likely): boolean {
  const topics = new Set(one.ranked.item.thing.topics)
  return other.ranked.item.thing.topics.some((topic) => topics.has(topic))
}
