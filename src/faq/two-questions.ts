import { arrange } from './arrange.ts'
import { isOurs, type Likely } from './judge.ts'
import type { Lexicon } from './lexicon.ts'
import { look, type Looked } from './look.ts'
import type { SearchIndex } from './search-index.ts'
import { TWO_QUESTIONS } from './weights.ts'
import type { Clause } from './word.ts'

const SHORTEST = 3
const MOST_CLAUSES = 4
const JOINS: ReadonlySet<string> = new Set(['va', 'voi', 'roi', 'con', 'nhung', 'ma'])

/** Two clauses that ask for two different things: the five kept, one answer to each first. Undefined: one question. */
export function twoQuestions(
  whole: Looked,
  lexicon: Lexicon,
  index: SearchIndex,
): readonly Likely[] | undefined {
  const { likely } = whole.judgement
  const [first] = likely
  const query = { ...whole.query, clauses: whole.query.clauses.flatMap((clause) => apart(clause, lexicon)) }
  const asking = query.clauses.filter(({ asks, words }) => asks && words.length >= SHORTEST)
  if (!first || asking.length < 2) return undefined
  const others = asking
    .slice(-MOST_CLAUSES)
    .map((clause) => look(query, lexicon, index, { focus: clause }).judgement)
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

/** "Đóng bao nhiêu với mấy năm được lương hưu": one stretch without a comma, and something is asked on both sides. */
function apart(clause: Clause, lexicon: Lexicon): readonly Clause[] {
  const { words } = clause
  const asks = (part: Clause['words']) =>
    part.length >= SHORTEST && part.some((_, at) => lexicon.asking.at(part, at))
  const cut = words.findIndex(
    ({ plain }, at) => JOINS.has(plain) && asks(words.slice(0, at)) && asks(words.slice(at + 1)),
  )
  if (cut < 0) return [clause]
  return [
    { words: words.slice(0, cut), asks: true },
    ...apart({ words: words.slice(cut + 1), asks: true }, lexicon),
  ]
}

function sameEntry(one: Likely, other: Likely): boolean {
  return one.ranked.item === other.ranked.item
}

function shareTopic(one: Likely, other: Likely): boolean {
  const topics = new Set(one.ranked.item.thing.topics)
  return other.ranked.item.thing.topics.some((topic) => topics.has(topic))
}
