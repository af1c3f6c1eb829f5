import { z } from 'zod'
import { loadKnowledge } from '../adapters/files/load-knowledge.ts'
import { askedPeriod, type Period } from '../conversation/read-period.ts'
import type { Answer } from '../faq/answer.ts'
import { type DeskWords, withDeskWords } from '../faq/desk-words.ts'
import { renderAnswer } from '../faq/render-answer.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

export interface AskOptions {
  readonly on: Day
  readonly root: string
  readonly desk?: DeskWords
}

/** Questions as JSON lines `{"id","text"}` → answers as JSON lines, in order; throws on a bad line, naming it. */
export function askLines(lines: readonly string[], { on, root, desk }: AskOptions): readonly string[] {
  const knowledge = loadKnowledge(root)
  return lines
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => {
      const asked = readLine(text, number)
      const answer = knowledge.finder.ask(asked.text)
      const period = askedPeriod(asked.text, on)
      const entries = answer.entries.map(({ entry, topics, score }) => ({ entry: entry.id, topics, score }))
      return JSON.stringify({
        id: asked.id,
        kind: answer.kind,
        entries,
        reply: reply(answer, { on, period, desk }, knowledge.policy),
      })
    })
}

function readLine(text: string, number: number): z.output<typeof line> {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    throw new Error(`dòng ${number}: phải là {"id": …, "text": "…"}`)
  }
}

interface Told {
  readonly on: Day
  readonly period: Period | undefined
  readonly desk: DeskWords | undefined
}

/** What a citizen would read: the answer, or the choices as questions, or the bot's words. */
function reply(
  { kind, entries, shown, say }: Answer,
  { on, period, desk }: Told,
  book: PolicyBook,
): readonly string[] {
  const [first] = entries
  const words = desk ?? { hotline: undefined, officeHours: 'trong giờ hành chính' }
  if (kind === 'answer' && first) return renderAnswer(withDeskWords(first.entry, words), on, book, { period })
  if (kind !== 'choices') return say
  const titles = entries.slice(0, shown).map(({ entry }, i) => `${i + 1}. ${entry.title}`)
  return [[...say, ...titles].join('\n')]
}
