import type { SearchWords } from '../../../src/faq/answer.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'
import { buildFinder, type Finder } from '../../../src/faq/finder.ts'
import { askOurs, askRival, isAccepted, isRefused, type Asked } from './ask-rows.ts'
import { crossValidationLines } from './cross-validation.ts'
import { figuresOf, percent, shareWithInterval, type Figures } from './figures.ts'
import { holdOut } from './hold-out.ts'
import { missLines } from './misses.ts'
import { noises } from './noise.ts'
import { rivals, topicRivals } from './rivals.ts'
import type { EvalRows } from './rows.ts'

export interface Evaluation {
  readonly entries: readonly FaqEntry[]
  readonly topics: readonly { readonly id: string; readonly label: string }[] // the bare list, for rivals
  readonly words: SearchWords
  readonly rows: EvalRows
  readonly own: EvalRows // test/retrieval, which the weights were fitted on
  readonly isOwn: boolean // are the rows those?
  readonly errors: boolean
  /** Told of every rival now and then, with how many questions it has been asked. */
  readonly progress: (rival: string, asked: number) => void
}

/** Everything `npm run eval` prints, line by line. */
export function* evalLines(evaluation: Evaluation): Generator<string> {
  const { entries, words, rows, errors } = evaluation
  const finder = buildFinder(entries, words)
  const asked = askOurs(finder, rows.questions)
  const topics = new Set(entries.flatMap((entry) => entry.topics))
  yield `${entries.length} entries over ${topics.size} topics; ${rows.questions.length} questions, ${rows.offTopic.length} other messages`
  yield ''
  yield* rankLines(asked, evaluation)
  yield ''
  yield* refusalLines(asked, finder, evaluation)
  yield ''
  yield* noiseLines(asked, finder, evaluation)
  yield ''
  yield* crossValidationLines(evaluation)
  const held = holdOut(entries, words)
  yield `self test: ${held.asked} ways of asking, each held out once: entry first ${percent(held.entryFirst / held.asked)}, topic first ${percent(held.topicFirst / held.asked)}, topic in three ${percent(held.topicInThree / held.asked)}, refused ${percent(held.refused / held.asked)}`
  if (errors) yield* missLines(asked, offTopicOf(finder, rows))
  yield ''
  yield* besideLines(asked, evaluation)
}

/** Last, because fuse.js takes minutes over long messages: each row is printed when it is known. */
function* besideLines(
  asked: readonly Asked[],
  { entries, rows, topics, progress }: Evaluation,
): Generator<string> {
  const ours = figuresOf(asked)
  yield heading('same rows, same entries')
  yield figuresLine('ours', ours)
  const theirs: [string, Figures][] = []
  for (const rival of rivals(entries)) {
    const found = askRival(rival, rows.questions, (done) => progress(rival.name, done))
    theirs.push([rival.name, figuresOf(found)])
    yield figuresLine(rival.name, figuresOf(found))
  }
  yield* ratioLines(ours, theirs)
  yield ''
  yield heading('over the bare list of topics')
  for (const rival of topicRivals(topics))
    yield figuresLine(rival.name, figuresOf(askRival(rival, rows.questions, () => undefined)))
}

/** How many times as often ours is first right; nobody can be right more often than always. */
function* ratioLines(ours: Figures, theirs: readonly (readonly [string, Figures])[]): Generator<string> {
  for (const [name, { first, asked }] of theirs) {
    const times = (count: number) => (first === 0 ? '∞' : (count / first).toFixed(2))
    yield `top-1, ours: ${times(ours.first)} × ${name} (${times(asked)} × would be every question right)`
  }
}

function* rankLines(asked: readonly Asked[], { rows }: Evaluation): Generator<string> {
  yield heading('search')
  yield figuresLine('ours', figuresOf(asked))
  for (const field of ['style', 'kind'] as const)
    for (const value of [...new Set(rows.questions.map((row) => row[field]))].sort())
      yield figuresLine(`  ${field} ${value}`, figuresOf(asked.filter(({ row }) => row[field] === value)))
}

function* refusalLines(asked: readonly Asked[], finder: Finder, { rows }: Evaluation): Generator<string> {
  const refused = asked.filter(({ answer }) => isRefused(answer)).length
  const outright = asked.filter(({ answer }) => answer.kind === 'answer').length
  const right = offTopicOf(finder, rows).filter((one) => one.right).length
  const all = rows.offTopic.length
  yield `real questions refused: ${refused} of ${asked.length}, ${shareWithInterval(refused, asked.length)}`
  yield `real questions answered outright (the others: choices): ${shareWithInterval(outright, asked.length)}`
  yield `other messages known for what they are: ${right} of ${all}, ${shareWithInterval(right, all)}`
}

function offTopicOf(finder: Finder, { offTopic }: EvalRows) {
  return offTopic.map((row) => {
    const answer = finder.ask(row.text)
    return { row, answer, right: isAccepted(row, answer) }
  })
}

/** What each fixed way of typing badly costs, in points. */
function* noiseLines(
  asked: readonly Asked[],
  finder: Finder,
  { words, rows }: Evaluation,
): Generator<string> {
  const clean = figuresOf(asked)
  yield line('typing noise', 'n', ['top-1, lost', 'top-3, lost', 'may lose', 'refused'])
  for (const { name, costs, spoil } of noises(words.synonyms)) {
    const spoilt = askOurs(
      finder,
      rows.questions.map((row) => ({ ...row, text: spoil(row.text) })),
    )
    const { asked: n, first, inThree } = figuresOf(spoilt)
    const lost = (before: number, after: number) =>
      `${percent(after / n)}, ${((100 * (before - after)) / n).toFixed(1)}`
    const refused = spoilt.filter(({ answer }) => isRefused(answer)).length
    yield line(name, n, [lost(clean.first, first), lost(clean.inThree, inThree), costs, String(refused)])
  }
}

function heading(name: string): string {
  return line(name, 'n', ['top-1 [95 %]', 'top-3 [95 %]', 'MRR', 'per topic'])
}

function figuresLine(name: string, { asked, first, inThree, reciprocal, perTopic }: Figures): string {
  const shares = [shareWithInterval(first, asked), shareWithInterval(inThree, asked)]
  return line(name, asked, [...shares, reciprocal.toFixed(3), percent(perTopic)])
}

function line(name: string, n: number | string, cells: readonly string[]): string {
  return [name.padEnd(30), String(n).padStart(5), ...cells.map((cell) => cell.padEnd(21))]
    .join('  ')
    .trimEnd()
}
