import { fold } from '../conversation/fold.ts'
import { misnamed } from '../policy/check-policy.ts'
import type { DocumentRegister } from '../policy/documents.ts'
import { fillHoles } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'
import { type Banned, citedDocuments, typedNumbers } from './answer-words.ts'
import type { FaqEntry } from './faq-entry.ts'

/** One fault in one answer, in Vietnamese, for whoever wrote it. */
export interface FaqFault {
  readonly at: string // the file
  readonly say: string
}

export interface Written {
  readonly file: string
  readonly entry: FaqEntry
}

export interface FaqWorld {
  readonly book: PolicyBook
  readonly register: DocumentRegister
  readonly topics: readonly string[]
  readonly journeys: readonly string[]
  readonly banned: readonly Banned[] // from knowledge/voice.md
  readonly days: readonly Day[] // the days an answer must hold on
}

const ASKS = 12
const LONGEST_ANSWER = 1000 // two chat messages of 600, with the line of citations
const LONGEST_PARAGRAPH = 550
const otherAddress = /(?<!\p{L})(em|quý khách|bạn|anh chị|chúng mình)(?!\p{L})/iu
const typedPhone = /\b(1900|1800|0\d{2,3})[ .]?\d{3}[ .]?\d{0,4}\b/g

/** Everything that is wrong with the answers: what each needs, where it leads, its words, and clashes between two. */
export function checkFaq(all: readonly Written[], world: FaqWorld): readonly FaqFault[] {
  const ids = new Set(all.map(({ entry }) => entry.id))
  const own = all.flatMap(({ file, entry }) =>
    [...asksOf(entry), ...leadsOf(entry, ids, world), ...lawOf(entry, world), ...wordsOf(entry, world)].map(
      (say) => ({
        at: file,
        say,
      }),
    ),
  )
  return [...own, ...clashes(all), ...uncovered(all, world)]
}

function asksOf({ ask }: FaqEntry): readonly string[] {
  const isBare = (one: string) => fold(one) === one.toLowerCase()
  return [
    ...(ask.length < ASKS ? [`mới có ${ask.length} cách hỏi, cần ít nhất ${ASKS}`] : []),
    ...(ask.some(isBare) ? [] : ['chưa có cách hỏi nào không dấu']),
  ]
}

function leadsOf({ id, topics, related, next }: FaqEntry, ids: ReadonlySet<string>, world: FaqWorld) {
  return [
    ...topics.filter((topic) => !world.topics.includes(topic)).map((topic) => `không có chủ đề "${topic}"`),
    ...related
      .filter((other) => !ids.has(other) || other === id)
      .map((other) => `related: không có câu "${other}"`),
    ...(next === undefined || world.journeys.includes(next)
      ? []
      : [`next: không có phần trò chuyện "${next}"`]),
  ]
}

function lawOf({ law, body }: FaqEntry, { register }: FaqWorld): readonly string[] {
  const acts = [...law.map(({ act }) => act), ...citedDocuments(body)]
  const unknown = acts.filter((act) => !register.find(act))
  return [
    ...unknown.map((act) => `văn bản ${act} chưa có trong knowledge/documents.yaml`),
    ...law.filter((one) => register.misnames(one)).map(({ act }) => misnamed(act)),
  ]
}

function wordsOf(entry: FaqEntry, { banned, book, days }: FaqWorld): readonly string[] {
  const { id, title, body } = entry
  const text = `${title}\n${body}`.toLowerCase()
  const used = banned.filter(
    ({ words, except }) => !except.includes(id) && text.includes(words.toLowerCase()),
  )
  const address = otherAddress.exec(body.replace(/trẻ em|anh em|chị em/giu, ''))?.[0]
  return [
    ...typedNumbers(body).map((number) => `gõ số "${number}": phải gọi tên tham số trong ngoặc nhọn`),
    ...used.map(({ words }) => `dùng từ "${words}" (knowledge/voice.md)`),
    ...(body.match(/\*\*|^#|^Căn cứ:|\[[^\]]*\]\(|`/gmu) ?? []).map((mark) => `có ký hiệu "${mark}"`),
    ...(address === undefined ? [] : [`xưng hô "${address}": cháu gọi người dân là bác`]),
    ...(body.match(typedPhone) ?? []).map((phone) => `gõ số điện thoại ${phone}: dùng {hotline}`),
    ...(isComposed(entry) ? [] : ['chữ có dấu chưa ở dạng dựng sẵn (NFC)']),
    ...days.flatMap((day) => sizesOf(body, day, book)),
  ]
}

function isComposed({ title, ask, body }: FaqEntry): boolean {
  return [title, ...ask, body].every((text) => text === text.normalize('NFC'))
}

function sizesOf(body: string, day: Day, book: PolicyBook): readonly string[] {
  const settled = body
    .replaceAll('{hotline}', '1900 0000')
    .replaceAll('{office-hours}', '7:30 đến 17:00, thứ Hai đến thứ Sáu')
  const { text, missing } = fillHoles(settled, day, book)
  const long = text.split('\n\n').filter((paragraph) => [...paragraph].length > LONGEST_PARAGRAPH)
  const total = [...text].length
  return [
    ...missing.map((name) => `ngày ${day} chưa có số cho {${name}}`),
    ...long.map(
      (paragraph) => `ngày ${day} có đoạn dài ${[...paragraph].length} chữ, nhiều nhất ${LONGEST_PARAGRAPH}`,
    ),
    ...(total > LONGEST_ANSWER ? [`ngày ${day} dài ${total} chữ, nhiều nhất ${LONGEST_ANSWER}`] : []),
  ]
}

/** Two answers claiming one question: whoever asks it would get one or the other by luck. */
function clashes(all: readonly Written[]): readonly FaqFault[] {
  const owners = new Map<string, string>()
  return all.flatMap(({ file, entry }) =>
    entry.ask.flatMap((ask) => {
      const owner = owners.get(fold(ask))
      owners.set(fold(ask), file)
      return owner === undefined ? [] : [{ at: file, say: `cách hỏi "${ask}" đã có trong ${owner}` }]
    }),
  )
}

function uncovered(all: readonly Written[], { topics }: FaqWorld): readonly FaqFault[] {
  const covered = new Set(all.flatMap(({ entry }) => entry.topics))
  return topics
    .filter((topic) => !covered.has(topic))
    .map((topic) => ({ at: 'knowledge/faq', say: `chủ đề "${topic}" chưa có câu trả lời` }))
}
