import { fold } from '../conversation/fold.ts'
import { featuresOf } from './features.ts'
import type { Likely } from './judge.ts'
import type { Query } from './read-query.ts'
import type { Search } from './search.ts'
import { mainTopic, type Indexed } from './search-index.ts'
import { hasNumber } from './sorted-numbers.ts'
import type { Synonyms } from './synonyms.ts'
import type { Word } from './word.ts'

const LONGEST = 3 // words
const ENOUGH = 8 // entries that speak of it
const MOSTLY_OURS = 3 // times as many as classes of other messages
const WIDE = 4 // topics: too many for one answer to be the one meant
const IN_TITLE = 4 // an entry named after the subject is that many times as likely meant

/** A thing we know much about, named without asking anything: "thẻ bảo hiểm", "hộ nghèo", "vssid". */
export interface Subject {
  readonly name: string
  readonly entries: readonly Indexed[] // that speak of it
  readonly all: readonly Indexed[]
  /** So much is said of it that no single answer can be sure. */
  readonly isWide: boolean
}

/** The subject a short message names; undefined when it asks something, or our ways of asking hardly know it. */
export function bareSubject({ clauses }: Query, { lexicon, index }: Search): Subject | undefined {
  const words = withoutWhose(clauses.flatMap((clause) => clause.words))
  if (words.length === 0 || words.length > LONGEST) return undefined
  if (words.some((_, at) => lexicon.asking.at(words, at))) return undefined
  const [first, ...more] = words
  if (!first || (more.length === 0 && !lexicon.ours.at(words, 0))) return undefined
  const kind = more.length === 0 ? 'word' : 'pair'
  const numbers = featuresOf(words, lexicon)
    .filter((feature) => feature.kind === kind)
    .map(({ key }) => index.rarity.number.get(key))
  const holding = index.items.filter((item) =>
    numbers.every((number) => number !== undefined && hasNumber(item.words, number)),
  )
  const entries = holding.filter(({ thing }) => thing.notOurs === undefined)
  const others = holding.length - entries.length
  if (entries.length < ENOUGH || entries.length < MOSTLY_OURS * others) return undefined
  const topics = new Set(entries.map(({ thing }) => mainTopic(thing)))
  const name = words.map(({ plain }) => plain).join(' ')
  return { name, entries, all: index.items, isWide: topics.size >= WIDE }
}

const lead = new Set(['hoi', 've', 'ban', 'noi', 'tu', 'van'])

/** "Hỏi về lương hưu của mẹ em" names lương hưu: without what leads to it and whose it is. */
function withoutWhose(words: readonly Word[]): readonly Word[] {
  const about = words.findIndex(({ plain }) => plain === 've')
  const isLead = about >= 0 && words.slice(0, about).every(({ plain }) => lead.has(plain))
  const said = isLead ? words.slice(about + 1) : words
  const of = said.findIndex(({ plain }) => plain === 'cua')
  return of > 0 && said.length - of <= LONGEST + 1 ? said.slice(0, of) : said
}

/**
 * What to offer: the entries that content staff chose for it, else those that speak of it, the ones named after it first.
 * Likelihoods stay a message's: they only order.
 */
export function aboutSubject(
  { name, entries, all }: Subject,
  likely: readonly Likely[],
  { subjects }: Synonyms,
): readonly Likely[] {
  const chosen = Object.entries(subjects).find(([subject]) => fold(subject) === name)?.[1] ?? []
  const first = chosen.flatMap((id) => all.find(({ thing }) => thing.id === id) ?? [])
  const known = new Map(likely.map((one) => [one.ranked.item, one]))
  const offered = first.map((item) => known.get(item) ?? unlikely(item))
  const others = likely.filter(({ ranked: { item } }) => entries.includes(item) && !first.includes(item))
  const named = ({ ranked }: Likely) => fold(ranked.item.thing.title).includes(name)
  const worth = (one: Likely) => one.likelihood * (named(one) ? IN_TITLE : 1)
  return [...offered, ...others.toSorted((a, b) => worth(b) - worth(a))]
}

function unlikely(item: Indexed): Likely {
  const none = { phrase: 0, learnt: 0, meant: 0, foreign: 0, marks: 0 }
  return { ranked: { item, signals: none, score: 0 }, likelihood: 0 }
}
