import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Cause, Change } from '../answers/gate.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { rehearsalDesk } from '../cli/rehearsal.ts'
import type { Answer } from '../faq/answer.ts'
import { withDeskWords } from '../faq/desk-words.ts'
import { renderAnswer } from '../faq/render-answer.ts'
import { holesOf } from '../policy/holes.ts'
import { quoteNext } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'

type Two = readonly [before: Knowledge, after: Knowledge]
const NOTHING = 'Chưa có câu này'

/** The answer itself, today and from the next day on which a number in it changes. */
export function changedWords(id: string, today: Day, [before, after]: Two): readonly Change[] {
  const body = after.entries.find((one) => one.id === id)?.body ?? ''
  const coming = holesOf(body).flatMap((name) => quoteNext(name, today, after.policy)?.from ?? [])
  const days = [today, ...coming.toSorted().slice(0, 1)]
  return days
    .map((on) => ({ on, before: wholeText(before, id, on), after: wholeText(after, id, on) }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({
      kind: 'answer',
      cause: 'draft',
      what: titleOf(after, id) ?? titleOf(before, id) ?? id,
      ...one,
    }))
}

function wholeText(known: Knowledge, id: string, on: Day): string {
  const said = saidOf(known, id, on)
  return said.length === 0 ? NOTHING : said.join('\n\n')
}

function titleOf({ entries }: Knowledge, id: string): string | undefined {
  return entries.find((one) => one.id === id)?.title
}

/** Questions that would get another answer, or other choices; `draft` is the id of what is changed. */
export function changedQuestions(
  where: Pick<Change, 'kind' | 'on'>,
  questions: readonly string[],
  [before, after]: readonly [Ask, Ask],
  draft: string,
): readonly Change[] {
  return [...new Set(questions)].flatMap((what) => {
    const [old, fresh] = [before(what), after(what)]
    const said = { before: inShort(old), after: inShort(fresh) }
    return said.before === said.after ? [] : [{ ...where, cause: causeOf(old, fresh, draft), what, ...said }]
  })
}
export type Ask = (text: string) => Answer

function causeOf(old: Answer, fresh: Answer, draft: string): Cause {
  if (roleOf(old, draft) !== roleOf(fresh, draft)) return 'draft'
  return old.kind === 'choices' && fresh.kind === 'choices' ? 'choices' : 'other'
}

/** What the draft is to a question: its answer, one to choose, or nothing. */
function roleOf({ kind, entries, shown }: Answer, id: string): string {
  const isShown = entries.slice(0, shown).some(({ entry }) => entry.id === id)
  return isShown && (kind === 'answer' || kind === 'choices') ? kind : 'none'
}

/** A line of a rehearsed talk: buttons are choices; words are the draft's when its text says them. */
export function causeInTalk(lines: readonly string[], said: readonly string[]): Cause {
  if (lines.every((line) => /^\s*(\[|—$)/.test(line))) return 'choices'
  return lines.some((line) => said.some((words) => words.includes(wordsOf(line)))) ? 'draft' : 'other'
}

function wordsOf(line: string): string {
  const words = line.replace(/^Bot: /, '').trim()
  return words === '' || words === '—' ? '\0' : words
}

/** How a text reads on a day, as its messages. */
export function saidOf({ entries, policy }: Knowledge, id: string, on: Day): readonly string[] {
  const entry = entries.find((one) => one.id === id)
  return entry ? renderAnswer(withDeskWords(entry, rehearsalDesk), on, policy) : []
}

function inShort({ kind, entries, shown }: Answer): string {
  const titles = entries.slice(0, shown).map(({ entry }) => entry.title)
  if (kind === 'answer') return titles[0] ?? ''
  if (kind === 'choices') return `Cho chọn: ${titles.toSorted().join(' / ')}`
  return kind === 'decline' ? 'Không trả lời' : 'Lời chào hỏi hoặc chuyển người'
}

const cases = z.array(z.object({ ask: z.string() }))

/** The rehearsed questions of test/retrieval, where they are delivered. */
export function loadCases(root: string): readonly string[] {
  const folder = join(root, 'test', 'retrieval')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
  return names.flatMap((name) => cases.parse(read(name)).map(({ ask }) => ask))
}
