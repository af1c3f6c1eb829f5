import { fold } from '../conversation/fold.ts'
import { isMarked, withMarks } from './marks.ts'
import type { Word } from './word.ts'

const DATE = /\b(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{2,4}))?\b/g
const UNIT =
  /^(\d+)(tháng|thang|th|năm|nam|n|ngày|ngay|tuổi|tuoi|t|tr|triệu|trieu|k|lần|lan|người|nguoi|con)$/
const REMEMBERED = 10_000

/** Splits text into words as typed: no punctuation, no emoji, "6tháng" as two, dates as one. */
export function tokens(text: string): readonly Word[] {
  const lower = text.normalize('NFC').toLowerCase()
  const marked = isMarked(lower)
  const found = withDates(lower).match(/[\p{L}\p{N}_^][\p{L}\p{M}\p{N}_^]*/gu) ?? []
  return found.flatMap(fromUnits).map((token) => asWord(token, marked))
}

/** Words of our own lists: always written with marks. */
export function writtenWords(text: string): readonly Word[] {
  return tokens(text).map((word) => ({ ...word, marked: word.marked ?? word.plain }))
}

function withDates(text: string): string {
  if (!/\d/.test(text)) return text
  return text.replace(DATE, (_, d: string, m: string, y?: string) => ` ngay_${+d}_${+m}${y ? `_${y}` : ''} `)
}

function fromUnits(token: string): readonly string[] {
  return /^\d/.test(token) ? (UNIT.exec(token)?.slice(1, 3) ?? [token]) : [token]
}

function asWord(token: string, marked: boolean): Word {
  const [plain, written] = spelled(token)
  return marked ? { plain, marked: written, sure: 1 } : { plain, sure: 1 }
}

const seen = new Map<string, readonly [plain: string, marked: string]>()

/** A token folded, and with its marks in one spelling. There are few syllables, so each is worked out once. */
function spelled(token: string): readonly [plain: string, marked: string] {
  const known = seen.get(token)
  if (known) return known
  const forms = [fold(token), withMarks(token)] as const
  if (seen.size < REMEMBERED) seen.set(token, forms)
  return forms
}
