import { fold } from '../conversation/fold.ts'
import { arrange } from './arrange.ts'
import { aboutSubject, bareSubject, type Subject } from './bare-subject.ts'
import type { Answer, AskContext, Found, SearchWords } from './answer.ts'
import type { FaqEntry } from './faq-entry.ts'
import { isOurs, isSure, type Likely } from './judge.ts'
import { look, type Looked } from './look.ts'
import type { MessageClass } from './out-of-scope.ts'
import { readQuery, type Query } from './read-query.ts'
import { type KeepSearch, type MadeSearch, type Search, searchInSteps, searchOf } from './search.ts'
import { whole } from './whole.ts'
import { isShortQuestion } from './short-question.ts'
import { type SignReader, signReader } from './signs.ts'
import { twoQuestions } from './two-questions.ts'
import { withContext } from './with-context.ts'

/** How many choices a person is offered. */
const CHOICES = 3
const KEPT = 5
/** A class of other messages this far behind the best answer of ours (a score) is not what was meant. */
const FAR = -1
/** Less like any phrasing of a class than this, and what the class says would be a guess. */
const ALIKE = 0.25
/** So likely ours that a word of somebody else's business does not make it theirs. */
const CLEARLY = 0.75

export interface Finder {
  ask(text: string, context?: AskContext): Answer
}

/** Builds the index once; the finder then answers any number of questions. */
export function buildFinder(
  entries: readonly FaqEntry[],
  words: SearchWords,
  keep: KeepSearch = (make) => make(),
): Finder {
  return whole(
    finderInSteps(
      entries,
      words,
      keep(() => searchOf(entries, words)),
    ),
  )
}

/** The same of an index that was made elsewhere, in steps: talks go on meanwhile. */
export function* finderInSteps(
  entries: readonly FaqEntry[],
  words: SearchWords,
  made: MadeSearch,
): Generator<undefined, Finder> {
  const search = yield* searchInSteps(entries, words, made)
  yield
  const signed = yield* signReader(words.outOfScope.classes, search.lexicon)
  return finderOn(search, signed, words)
}

function finderOn(search: Search, signed: SignReader, words: SearchWords): Finder {
  const { classes } = words.outOfScope
  const { lexicon, index } = search
  return {
    ask(text, context = {}) {
      const typed = readQuery(text, lexicon)
      const said = typed.clauses.flatMap((clause) => clause.words)
      const query = withContext(typed, context, words.synonyms, lexicon)
      const looked = look(query, lexicon, index)
      const spoken = said.length === 0 ? courtesy(text, classes) : signed(said)
      if (spoken && !(spoken.kind === 'decline' && isClearlyOurs(looked))) return other(spoken, looked)
      const answer = onOurs(typed, looked, search, words) ?? notOurs(looked, words, classes)
      return answer.kind === 'choices' ? { ...answer, say: [words.outOfScope.choices] } : answer
    },
  }
}

/** The answer where the message is for us at all: a question known for ours, a bare subject, a short question. */
function onOurs(typed: Query, looked: Looked, search: Search, words: SearchWords): Answer | undefined {
  const subject = bareSubject(typed, search)
  const known = isOurs(looked.judgement)
  const length = typed.clauses.reduce((sum, clause) => sum + clause.words.length, 0)
  if (!known && !subject && !isShortQuestion(length, looked)) return undefined
  const two = subject || !known ? undefined : twoQuestions(looked, search.lexicon, search.index)
  return two ? choices(two, 2, looked) : (onSubject(subject, looked, words) ?? oneQuestion(looked))
}

/** "Lái xe công nghệ có phải đóng bhxh không" holds a sign of other people's business, and asks about ours by name. */
function isClearlyOurs({ reading, judgement }: Looked): boolean {
  return reading.namesOurs && judgement.ours >= CLEARLY
}

/** Only a subject was named: what people ask about it, unless we are sure and there is little to choose from. */
function onSubject(
  subject: Subject | undefined,
  looked: Looked,
  { synonyms }: SearchWords,
): Answer | undefined {
  const { judgement } = looked
  if (!subject || (!subject.isWide && isOurs(judgement) && isSure(judgement))) return undefined
  const about = aboutSubject(subject, judgement.likely, synonyms)
  return about.length < 2 ? undefined : choices(about.slice(0, KEPT), CHOICES, looked)
}

function oneQuestion(looked: Looked): Answer {
  const { likely } = looked.judgement
  const arranged = arrange(likely)
  return isSure(looked.judgement)
    ? { ...plain(looked, arranged), kind: 'answer' }
    : choices(arranged, CHOICES, looked)
}

function choices(arranged: readonly Likely[], shown: number, looked: Looked): Answer {
  return { ...plain(looked, arranged), kind: 'choices', shown: Math.min(shown, arranged.length) }
}

function notOurs(looked: Looked, { outOfScope }: SearchWords, classes: readonly MessageClass[]): Answer {
  const { notOurs: nearest, likely } = looked.judgement
  const found = classes.find(({ id }) => id === nearest?.item.thing.id)
  const isAlike = (nearest?.signals.phrase ?? 0) >= ALIKE || found?.kind === 'safety'
  if (found && isAlike && isNear(found, (nearest?.score ?? 0) - (likely[0]?.ranked.score ?? 0)))
    return other(found, looked)
  return { ...plain(looked, arrange(likely)), kind: 'decline', say: outOfScope.unknown }
}

/**
 * "Mẹ" alone is a little like a cry for help, and much more like other things: what is far less like a class than like
 * one of our answers is none of that class. `ahead`: of our best answer, as a score. Signs have been looked for before.
 */
function isNear({ kind }: MessageClass, ahead: number): boolean {
  return ahead >= (kind === 'safety' ? 0 : FAR)
}

function other({ id, kind, say }: MessageClass, looked: Looked): Answer {
  return { ...plain(looked, arrange(looked.judgement.likely)), kind, say, messageClass: id }
}

function plain(looked: Looked, arranged: readonly Likely[]): Answer {
  return {
    kind: 'answer',
    entries: arranged.flatMap(asFound),
    shown: 1,
    say: [],
    because: looked.because,
  }
}

function asFound({ ranked, likelihood }: Likely): readonly Found[] {
  const { entry } = ranked.item.thing
  return entry ? [{ entry, topics: entry.topics, score: Math.round(likelihood * 1000) / 1000 }] : []
}

/** Words of courtesy and nothing else: the class that is known by exactly these, else a greeting. */
function courtesy(text: string, classes: readonly MessageClass[]): MessageClass | undefined {
  const talk = classes.filter(({ kind }) => kind === 'smalltalk')
  const said = fold(text)
  return talk.find(({ ask }) => ask.some((one) => fold(one) === said)) ?? talk[0]
}
