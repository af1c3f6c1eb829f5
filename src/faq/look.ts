import type { Because } from './answer.ts'
import { judge, type Judgement, type Reading } from './judge.ts'
import type { Lexicon } from './lexicon.ts'
import { programmesNamed } from './programmes-named.ts'
import { rank, type Ranked } from './rank.ts'
import type { Query } from './read-query.ts'
import type { SearchIndex } from './search-index.ts'
import { hasNumber } from './sorted-numbers.ts'
import { weighQuery, type WeighedQuery } from './weighed-query.ts'
import { signalWeight, type Signals } from './weights.ts'
import type { Clause } from './word.ts'

/** One look through the index for one message. */
export interface Looked {
  readonly query: Query
  readonly judgement: Judgement
  readonly ranked: readonly Ranked[]
  readonly reading: Reading
  readonly because: Because
}

interface How {
  /** Only this clause counts in full: the question it asks, with the rest as its story. */
  readonly focus?: Clause
  /** Others than those fitted: where weights are fitted, the result must not depend on the last ones. */
  readonly weights?: Signals
}

export function look(
  query: Query,
  lexicon: Lexicon,
  index: SearchIndex,
  { focus, weights = signalWeight }: How = {},
): Looked {
  const weighed = weighQuery(query, lexicon, index.rarity, focus)
  const ranked = rank(weighed, index, { named: programmesNamed(query, lexicon), weights })
  const best = ranked.find(({ item }) => item.thing.notOurs === undefined)
  const reading = { ...readingOf(weighed, best), namesOurs: namesOurs(query, lexicon) }
  const judgement = judge(ranked, reading)
  return { query, judgement, ranked, reading, because: because(query, judgement, ranked) }
}

function readingOf({ features, worth, content }: WeighedQuery, best: Ranked | undefined) {
  const covered = features.filter(
    ({ number, isWord }) => isWord && best && hasNumber(best.item.words, number),
  )
  return { content, covered: covered.reduce((sum, { weight }) => sum + weight, 0) / (worth || 1) }
}

function namesOurs({ clauses }: Query, { ours }: Lexicon): boolean {
  return clauses.some(({ words }) => words.some((_, at) => ours.at(words, at)))
}

function because(query: Query, { ours, sure }: Judgement, ranked: readonly Ranked[]): Because {
  return {
    repaired: query.repaired,
    asked: query.clauses
      .filter(({ asks }) => asks)
      .map(({ words }) => words.map(({ plain }) => plain).join(' ')),
    ours,
    sure,
    ranked: ranked.slice(0, 3).map(({ item, score, signals }) => ({ id: item.thing.id, score, signals })),
  }
}
