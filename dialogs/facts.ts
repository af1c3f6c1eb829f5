import { fold } from '../src/conversation/fold.ts'
import { readChoice } from '../src/conversation/read-choice.ts'
import { readBirthSpan, readMonths, readYearsOld, type BirthSpan } from '../src/conversation/read-span.ts'
import type { Span } from '../src/policy/span.ts'
import type { Day } from '../src/policy/values.ts'

/** What people say of themselves in the middle of a question. */
interface Facts {
  readonly age: Span | undefined
  readonly birth: BirthSpan | undefined
  readonly sex: 'male' | 'female' | undefined
  readonly paid: Span | undefined // months
  readonly stopped: Span | undefined // months
}

/** "tui nữ 58 tuổi đóng 12 năm nghỉ 2 năm rồi" → age, sex, months paid, months since stopping. */
export function factsIn(text: string, today: Day): Facts {
  const saysAge = /\btuoi\b|\d ?t\b|\bu\d\d\b/.test(fold(text))
  return {
    age: saysAge ? readYearsOld(withoutDurations(text), today) : undefined,
    birth: /\bsinh\b|\bsn\b|\btuoi\b|\d ?t\b/.test(fold(text))
      ? readBirthSpan(withoutDurations(text), today)
      : undefined,
    sex: sexIn(text),
    paid: durationAfter(text, /\b(?:dong|tham gia|co)\b/g, today),
    stopped: durationAfter(text, /\b(?:nghi|ngung|dung dong|thoi viec)\b/g, today),
  }
}

/** Does the message name the subject? Folded words; facts alone may belong to any other question. */
export function names(subject: RegExp, text: string): boolean {
  return subject.test(fold(text))
}

const readSexWords = readChoice({
  male: ['nam', 'đàn ông', 'con trai', 'ông', 'bố', 'chồng'],
  female: ['nữ', 'phụ nữ', 'đàn bà', 'con gái', 'bà', 'mẹ', 'vợ', 'chị', 'cô'],
})

/** "12 năm" is no man: an answer with figures in it is about something else. */
export function readSex(text: string): 'male' | 'female' | undefined {
  return /\d/.test(text) ? undefined : readSexWords(text)
}

/** "Nam" typed without marks is "năm" too, so it only counts where marks are typed; "nu" is nothing else. */
function sexIn(text: string): 'male' | 'female' | undefined {
  const said = ` ${text.normalize('NFC').toLowerCase()} `
  const female =
    /[ ,.](nữ|nu|phụ nữ|phu nu|đàn bà|má tui|mẹ tôi|mẹ em|vợ tôi|vợ em|bà nhà|chị tôi)[ ,.]/.test(said)
  const male = /[ ,.](đàn ông|ba tui|bố tôi|bố em|chồng tôi|chồng em|ông nhà|tôi là nam|nam giới)[ ,.]/.test(
    said,
  )
  return female === male ? undefined : female ? 'female' : 'male'
}

/** The message without "12 năm", "3 tháng": what is left names the age or the birth. */
function withoutDurations(text: string): string {
  return text.replace(
    /(?<![\d/.-])\d+(?:[.,]\d+)?\s*(?:năm|nam|tháng|thang|ngày|ngay)(?![\p{L}\d]|\s*\d)/giu,
    ' ',
  )
}

/** The time said after one of these words, up to the next of them. */
function durationAfter(text: string, words: RegExp, today: Day): Span | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = fold(plain)
  if (folded.length !== plain.length) return undefined
  for (const found of folded.matchAll(words)) {
    const rest = plain.slice(found.index + found[0].length)
    const until = fold(rest).search(/\b(?:dong|nghi|ngung|tuoi)\b/)
    const piece = until < 0 ? rest : rest.slice(0, until)
    const span =
      /\d|\p{L}+ (?:năm|tháng)/u.test(piece) && /nam|thang|n\b|quy/.test(fold(piece))
        ? readMonths(piece, today)
        : undefined
    if (span) return span
  }
  return undefined
}
