import { fold } from '../src/conversation/fold.ts'
import { readMonths } from '../src/conversation/read-span.ts'
import type { Span } from '../src/policy/span.ts'
import type { Day } from '../src/policy/values.ts'

/**
 * How long somebody has paid, and since when no more, told in the middle of a question. Only what is past is taken: "phải đóng 15 năm",
 * "đóng thêm 5 năm nữa", "đóng 300k một tháng" are no time paid. What is heard wrong decides a verdict, so in doubt nothing is heard and the journey asks.
 */
export function paidIn(said: string, today: Day): Span | undefined {
  const blanked = withoutAges(said)
  return timeAfter(blanked, /\b(?:dong|tham gia|co)\b/g, isPast, today) ?? neverPaid(fold(blanked))
}

/** Months since they stopped; a holiday or leave is no stop. */
export function stoppedIn(said: string, today: Day): Span | undefined {
  return timeAfter(withoutAges(said), /\b(?:nghi|ngung|dung dong|thoi viec)\b/g, isStop, today)
}

/** One spelling and single spaces: folded, it keeps its length, so that a place in one is a place in the other. */
export function plainOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

const bareT = /(?<![\w.,/-]|\b(?:dong|duoc|dc|nghi|tham gia|co|nam|n) ?)(?:1[5-9]|[2-9]\d) ?t\b/
const age = new RegExp(
  `(?<![\\w.,/-])\\d{1,3} ?tuoi\\b|\\btuoi \\d{1,3}\\b|\\bu\\d\\d\\b|${bareT.source}`,
  'g',
)

/** The ages told, each once: "58 tuổi", "U60", and "62t", which is months only after "đóng" or years: "12n5t". */
export function agesIn(said: string): readonly string[] {
  return [...new Set([...fold(said).matchAll(age)].map(([found]) => found.replace(/\D/g, '')))]
}

function withoutAges(said: string): string {
  const folded = fold(said)
  if (folded.length !== said.length) return said
  return [...folded.matchAll(age)].reduce(
    (left, { 0: found, index }) =>
      left.slice(0, index) + ';'.repeat(found.length) + left.slice(index + found.length),
    said,
  )
}

interface Told {
  readonly before: string
  readonly piece: string // from the verb to where the sentence turns to something else
  readonly after: string
}
type Counts = (told: Told) => boolean

const turns = /\b(?:dong|nghi|ngung|tham gia|thieu|them|nua|tuoi|huong|linh|lanh|rut)\b|[.;!?](?!\d)/
const aTime =
  /\d[\d.,]* ?(?:ruoi ?)?(?:nam|thang|thg|th|quy|n|t)(?![a-z])|\d+ ?n\d+ ?t\b|\btu (?:nam |thang )?\d|\b(?:may|vai|chuc) (?:nam|thang)\b/
const spelt = /\p{L}+ (?:năm|tháng)(?!\p{L})/u

/** The time said after one of these words. A message that folds to another length is left alone. */
function timeAfter(said: string, words: RegExp, counts: Counts, today: Day): Span | undefined {
  const folded = fold(said)
  if (folded.length !== said.length) return undefined
  for (const { 0: found, index } of folded.matchAll(words)) {
    const from = index + found.length
    const length = folded.slice(from).search(turns)
    const to = length < 0 ? said.length : from + length
    const told = { before: folded.slice(0, index), piece: folded.slice(from, to), after: folded.slice(to) }
    const piece = said.slice(from, to)
    if (!(aTime.test(told.piece) || spelt.test(piece)) || !counts(told)) continue
    const span = readMonths(piece, today)
    if (span) return span
  }
  return undefined
}

const notYet =
  /\b(?:phai|can|muon|dinh|se|tinh|nen|cho|neu|bat dau|chua|khong|ko|dang ky|gio|tiep tuc)(?: (?:duoc|dc|tung|he))? $/
const notThat = /^ *(?:them|tiep|bu|mot lan|1 lan|truoc|it nhat|toi thieu|luong|con|duoi)\b/
const aSum =
  /\d ?(?:k|tr|trieu|ngan|nghin|cu)\b.*\d|\d{3}[.,]?000|\d ?(?:k|tr|trieu|ngan|nghin|cu) ?\/?(?:mot|moi)\b/
const aRate = /(?:^| )(?:moi|hang|mot|1) ?(?:thang|nam|quy)\b/

function isPast({ before, piece, after }: Told): boolean {
  const isDone = /\b(?:da|duoc|dc|tung|moi) $/.test(before) || /\b(?:roi|r|duoc|dc)\b/.test(piece)
  if (notYet.test(before) || notThat.test(piece) || aSum.test(piece) || /^nua\b/.test(after)) return false
  if (aRate.test(piece) && !isDone) return false
  return !/^ *du\b/.test(piece) || isDone
}

function isStop({ piece, after }: Told): boolean {
  return !/^ *(?:huu|le|tet|phep|om|thai|sinh|de)\b/.test(piece) && !/^nua\b/.test(after)
}

const never =
  /\b(?:chua|(?:khong|ko|hong)(?= (?:bao gio|tung|he)))(?: (?:bao gio|tung|he|co|duoc|dc))* (?:dong|tham gia|co)\b((?: (?:bhxh|bh|bao hiem|xa hoi|tu nguyen|bat buoc|gi|ca|het|bao gio|lan nao|nam nao|ngay nao|thang nao|dong nao))*)(.*)/

/** "Chưa đóng bao giờ", "chưa từng tham gia": nothing paid. "Chưa đóng đủ 15 năm" and what a company owes are not that. */
function neverPaid(folded: string): Span | undefined {
  const [whole, about = '', rest = ''] = never.exec(folded) ?? []
  if (whole === undefined || /\b(?:cty|cong ty|ct|chu)\b/.test(folded)) return undefined
  const goesOn = /^ *(?:$|[,.;!?]|(?:gio|bay gio|bua|ma|nen|thi|con|co|roi|nay|luong|duoc|dc|lan)\b)/.test(
    rest,
  )
  const clause = rest.split(/[,.;!?]/)[0] ?? ''
  const isNone = about.trim() !== '' || /^ *(?:$|[,.;!?])/.test(rest)
  return isNone && goesOn && !/\b(?:du|y te|bhyt)\b|\d/.test(clause) ? { min: 0, max: 0 } : undefined
}
