import { fold } from '../src/conversation/fold.ts'
import { readChoice } from '../src/conversation/read-choice.ts'
import { readBirthSpan, readYearsOld, type BirthSpan } from '../src/conversation/read-span.ts'
import type { Span } from '../src/policy/span.ts'
import type { Day } from '../src/policy/values.ts'
import { agesIn, paidIn, plainOf, stoppedIn } from './times-said.ts'

/** What people say of themselves in the middle of a question. */
interface Facts {
  readonly age: Span | undefined
  readonly birth: BirthSpan | undefined
  readonly sex: 'male' | 'female' | undefined
  readonly paid: Span | undefined // months
  readonly stopped: Span | undefined // months
}

const nothing: Facts = {
  age: undefined,
  birth: undefined,
  sex: undefined,
  paid: undefined,
  stopped: undefined,
}

/** "tui nữ 58 tuổi đóng 12 năm nghỉ 2 năm rồi" → age, sex, months paid, months since stopping. Of two people nothing is taken. */
export function factsIn(text: string, today: Day): Facts {
  const said = plainOf(text)
  if (agesIn(said).length > 1) return nothing
  const times = { paid: paidIn(said, today), stopped: stoppedIn(said, today) }
  const whose = said.split(/[,;.!?\n]+(?!\d)/).find((clause) => agesIn(clause).length > 0)
  if (whose !== undefined && (isOfSomebodyElse(whose, times.paid) || names(notNow, whose)))
    return { ...nothing, ...times, sex: sexIn(said, '') }
  const rest = withoutDurations(said)
  const tellsBirth = whose !== undefined || names(/\b(?:sinh|sn)\b/, said)
  return {
    ...times,
    age: whose === undefined ? undefined : readYearsOld(rest, today),
    birth: tellsBirth ? readBirthSpan(rest, today) : undefined,
    sex: sexIn(said, whose ?? said),
  }
}

/** "Sang năm tôi tròn 60": not the age of today. */
const notNow = /\b(?:nam sau|nam toi|sang nam|nam nua)\b/

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

/** "Tôi đóng 12 năm, con tôi 20 tuổi": the years are one person's, the age another's. */
function isOfSomebodyElse(clause: string, paid: Span | undefined): boolean {
  const said = fold(clause)
  return paid !== undefined && /\b(?:con|chau|dua|be)\b/.test(said) && !/\b(?:dong|tham gia)\b/.test(said)
}

const me = '(?:tôi|toi|tui|em|e|mình|minh|cháu|chau|con)'
const female = new RegExp(`(?<!\\p{L})(?:nữ|nu|phụ nữ|phu nu|đàn bà|dan ba)(?!\\p{L})`, 'u')
const male = new RegExp(
  `(?<!\\p{L})(?:đàn ông|dan ong|(?:là|la|tôi|tui) nam|nam giới|nam gioi)(?!\\p{L})`,
  'u',
)
const herKin = new RegExp(
  `(?<!\\p{L})(?:(?:mẹ|me|vợ|vo|má|chị|chi) ${me}|bà nhà|ba nha|bà nội|bà ngoại|chị gái|chi gai)(?!\\p{L})`,
  'u',
)
const hisKin = new RegExp(
  `(?<!\\p{L})(?:(?:bố|bo|ba|cha|chồng|chong) ${me}|ông nhà|ong nha|ông nội|ông ngoại|anh trai)(?!\\p{L})`,
  'u',
)

/** "Nam" typed without marks is "năm" too, so it only counts where marks are typed; whose kin it is, where the age is told. */
function sexIn(text: string, whose: string): 'male' | 'female' | undefined {
  const [said, there] = [text.toLowerCase(), whose.toLowerCase()]
  const isFemale = female.test(said) || herKin.test(there)
  const isMale = male.test(said) || hisKin.test(there)
  return isFemale === isMale ? undefined : isFemale ? 'female' : 'male'
}

/** The message without "12 năm", "3 tháng", "12n5t": what is left names the age or the birth. */
function withoutDurations(text: string): string {
  return text
    .replace(/(?<![\p{L}\d/.-])\d{1,2} ?n(?: ?\d{1,2} ?t)?(?![\p{L}\d])/giu, ' ')
    .replace(/(?<![\d/.-])\d+(?:[.,]\d+)?\s*(?:năm|nam|tháng|thang|ngày|ngay)(?![\p{L}\d]|\s*\d)/giu, ' ')
}
