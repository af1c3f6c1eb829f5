import { formatCitations, formatDay } from '../conversation/format.ts'
import type { Period } from '../conversation/read-period.ts'
import { fillHoles } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'
import type { FaqEntry } from './faq-entry.ts'
import { thenAndNow } from './then-and-now.ts'

/** Characters (NFC) in one message: what reads well on a phone. */
const LONGEST = 600

const NOT_PUBLISHED =
  'Số liệu cho ngày này chưa được công bố nên cháu chưa nói con số được, sợ nói sai cho bác. Bác nhắn "gặp người" để cán bộ trả lời giúp bác ạ.'
const STALE =
  'Số liệu trên đã đến hạn rà lại, bác hỏi lại cán bộ trước khi đóng hoặc nộp hồ sơ giúp cháu nhé.'

interface AnswerOptions {
  /** The time the question is about, when it is not today: its figures are said first. */
  readonly period?: Period | undefined
}

/**
 * The messages that say an answer on a day: its words with that day's numbers, at most 600 characters each, cut between
 * paragraphs; the last line of the last one names the law and the day it was checked. A number that is not known for
 * the day is never guessed: then the answer is that it has not been published.
 */
export function renderAnswer(
  entry: FaqEntry,
  day: Day,
  book: PolicyBook,
  { period }: AnswerOptions = {},
): readonly string[] {
  const { text, missing, stale } = fillHoles(entry.body.normalize('NFC'), day, book)
  const source = sourceLine(entry)
  if (missing.length > 0) return [`${NOT_PUBLISHED}\n\n${source}`]
  const warning = stale.length > 0 ? [STALE] : []
  const then = period && thenAndNow(entry.body, period, day, book)
  const messages = packed([...text.split(/\n{2,}/), ...warning, source].flatMap(short))
  return then === undefined ? messages : [then, ...messages]
}

function sourceLine({ law, checked }: FaqEntry): string {
  const day = checked as Day // its form was checked by the schema of the front matter
  return `Căn cứ: ${formatCitations(law)} · Kiểm tra ngày ${formatDay(day)}`
}

/** Paragraphs together as long as they fit; the source is not left alone: it takes the paragraph before it along. */
function packed(paragraphs: readonly string[]): readonly string[] {
  const messages: string[][] = []
  for (const paragraph of paragraphs) {
    const last = messages.at(-1)
    if (last && lengthOf(together([...last, paragraph])) <= LONGEST) last.push(paragraph)
    else messages.push([paragraph])
  }
  const [before = [], source = []] = messages.slice(-2)
  const moved = [...before.slice(-1), ...source]
  if (before.length > 1 && source.length === 1 && lengthOf(together(moved)) <= LONGEST)
    messages.splice(-2, 2, before.slice(0, -1), moved)
  return messages.map(together)
}

function together(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

/** A paragraph that is too long alone, cut at line ends, else at sentence ends, else between words. */
function short(paragraph: string): readonly string[] {
  const text = paragraph.trim()
  if (text === '') return []
  if (lengthOf(text) <= LONGEST) return [text]
  const cut = [/(?<=\n)/, /(?<=[.!?;:]\s)/, /(?<=\s)/]
    .map((where) => joined(text.split(where)))
    .find((pieces) => pieces.every((piece) => lengthOf(piece) <= LONGEST))
  return cut ?? [text]
}

function joined(pieces: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last !== undefined && lengthOf(last + piece) <= LONGEST) whole[whole.length - 1] = last + piece
    else whole.push(piece)
  }
  return whole.map((piece) => piece.trim())
}

function lengthOf(text: string): number {
  return [...text].length
}
