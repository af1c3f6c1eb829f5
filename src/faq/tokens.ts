import { fold } from '../conversation/fold.ts'
import { isMarked, withMarks } from './marks.ts'
import type { Word } from './word.ts'

const DATE = /\b(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{2,4}))?\b/g
const UNIT =
  /^(\d+)(tháng|thang|th|năm|nam|n|ngày|ngay|tuổi|tuoi|t|tr|triệu|trieu|k|lần|lan|người|nguoi|con)$/

/** Splits text into words as typed: no punctuation, no emoji, "6tháng" as two, dates as one. */
export function tokens(text: string): readonly Word[] {
  const lower = text.normalize('NFC').toLowerCase()
  const marked = isMarked(lower)
  const dated = lower.replace(
    DATE,
    (_, d: string, m: string, y?: string) => ` ngay_${+d}_${+m}${y ? `_${y}` : ''} `,
  )
  const found = dated.match(/[\p{L}\p{M}\p{N}_^]+/gu) ?? []
  return found
    .flatMap((token) => UNIT.exec(token)?.slice(1, 3) ?? [token])
    .map((token) => asWord(token, marked))
}

function asWord(token: string, marked: boolean): Word {
  const plain = fold(token)
  return marked ? { plain, marked: withMarks(token), sure: 1 } : { plain, sure: 1 }
}

/** Words of our own lists: always written with marks. */
export function writtenWords(text: string): readonly Word[] {
  return tokens(text).map((word) => ({ ...word, marked: word.marked ?? word.plain }))
}
