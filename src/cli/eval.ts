import type { Answer } from '../faq/answer.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'
import { buildFinder, type Finder } from '../faq/finder.ts'
import { loadFaq } from '../adapters/files/load-faq.ts'
import { loadSearchWords } from '../adapters/files/load-synonyms.ts'
import { readEvalRows, type OffTopicRow, type QuestionRow } from './eval-rows.ts'
import { holdOut } from './hold-out.ts'

interface Asked {
  readonly row: QuestionRow
  readonly answer: Answer
  readonly rank: number // of the first entry that serves the question; Infinity when none of the five does
}

/** What `cli eval` prints. `folder` holds questions*.jsonl and off-topic*.jsonl; without it only the self test runs. */
export function* evalLines(root: string, folder: string | undefined, errors: boolean): Generator<string> {
  const entries = loadFaq(root)
  const words = loadSearchWords(root)
  if (folder !== undefined) yield* visibleLines(buildFinder(entries, words), entries, folder, errors)
  const held = holdOut(entries, words)
  yield `self test: ${held.asked} ways of asking, each held out once: entry first ${percent(held.entryFirst / held.asked)}, topic first ${percent(held.topicFirst / held.asked)}, topic in three ${percent(held.topicInThree / held.asked)}, refused ${percent(held.refused / held.asked)}`
}

function* visibleLines(finder: Finder, entries: readonly FaqEntry[], folder: string, errors: boolean) {
  const { questions, offTopic } = readEvalRows(folder)
  const covered = new Set(entries.flatMap(({ topics }) => topics.slice(0, 1)))
  const rows = questions.filter(({ topic }) => covered.has(topic))
  yield `${entries.length} entries over ${covered.size} topics; ${rows.length} of ${questions.length} questions are on them`
  const asked = rows.map((row) => askRow(finder, row))
  yield scoreLine('all', asked)
  for (const field of ['style', 'kind'] as const)
    for (const value of [...new Set(rows.map((row) => row[field]))].sort())
      yield scoreLine(
        `${field} ${value}`,
        asked.filter(({ row }) => row[field] === value),
      )
  const refused = asked.filter(({ answer }) => answer.kind === 'decline' || answer.kind === 'smalltalk')
  yield `false refusals: ${refused.length} of ${asked.length} (${percent(refused.length / asked.length)})`
  const wrong = offTopic
    .map((row) => ({ row, answer: finder.ask(row.text) }))
    .filter(({ row, answer }) => !accepts(row, answer))
  yield `off-topic: ${offTopic.length - wrong.length} of ${offTopic.length} right`
  if (!errors) return
  for (const { row, answer, rank } of asked)
    if (rank > 1 || refused.some((one) => one.row === row)) yield missLine(row, row.topic, answer)
  for (const { row, answer } of wrong) yield missLine(row, row.accept.join('|'), answer)
}

function askRow(finder: Finder, row: QuestionRow): Asked {
  const answer = finder.ask(row.text)
  const wanted = new Set([row.topic, ...row.also])
  const at = answer.entries.findIndex(({ topics }) => topics.some((topic) => wanted.has(topic)))
  return { row, answer, rank: at < 0 ? Infinity : at + 1 }
}

function accepts({ accept }: OffTopicRow, { kind, entries }: Answer): boolean {
  const served = entries[0]?.topics.map((topic) => `topic:${topic}`) ?? []
  return accept.includes(kind) || (kind === 'answer' && served.some((topic) => accept.includes(topic)))
}

function scoreLine(name: string, asked: readonly Asked[]): string {
  const share = (is: (one: Asked) => boolean) => percent(asked.filter(is).length / asked.length)
  const reciprocal = asked.reduce((sum, { rank }) => sum + 1 / rank, 0) / asked.length
  const kinds = share(({ answer }) => answer.kind === 'answer')
  return `${name.padEnd(16)} n ${String(asked.length).padStart(4)}  top-1 ${share(({ rank }) => rank === 1)}  top-3 ${share(({ rank }) => rank <= 3)}  MRR ${reciprocal.toFixed(3)}  answered outright ${kinds}`
}

function missLine(
  { id, text }: { readonly id: string; readonly text: string },
  wanted: string,
  answer: Answer,
): string {
  const first = answer.because.ranked.map(({ id: entry, score, signals }) => {
    const told = Object.entries(signals).map(([signal, value]) => `${signal} ${value.toFixed(2)}`)
    return `    ${entry} ${score.toFixed(2)}: ${told.join(', ')}`
  })
  const head = `${id} wanted ${wanted}, ${answer.kind} (ours ${answer.because.ours.toFixed(2)}, sure ${answer.because.sure.toFixed(2)}): ${text}`
  return [head, `    asked: ${answer.because.asked.join(' | ')}`, ...first].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
