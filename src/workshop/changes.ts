import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Change } from '../answers/gate.ts'
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
    .map((on) => ({ on, before: saidOf(before, id, on), after: saidOf(after, id, on) }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({ kind: 'answer', what: titleOf(after, id) ?? titleOf(before, id) ?? id, ...one }))
}

function saidOf({ entries, policy }: Knowledge, id: string, on: Day): string {
  const entry = entries.find((one) => one.id === id)
  return entry ? renderAnswer(withDeskWords(entry, rehearsalDesk), on, policy).join('\n\n') : NOTHING
}

function titleOf({ entries }: Knowledge, id: string): string | undefined {
  return entries.find((one) => one.id === id)?.title
}

/** Questions that would get another answer, or other choices. */
export function changedQuestions(
  where: Pick<Change, 'kind' | 'on'>,
  questions: readonly string[],
  [before, after]: Two,
): readonly Change[] {
  return [...new Set(questions)].flatMap((what) => {
    const [old, fresh] = [inShort(before.finder.ask(what)), inShort(after.finder.ask(what))]
    return old === fresh ? [] : [{ ...where, what, before: old, after: fresh }]
  })
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
