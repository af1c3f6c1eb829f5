import { checkFaq, type FaqWorld } from '../faq/check-faq.ts'
import { isMarked } from '../faq/marks.ts'
import { lawFindings } from './law-findings.ts'
import type { Finding } from './gate.ts'
import type { AnswerText } from './revision.ts'

/** Longer sentences are hard to read on a phone. */
const LONGEST_SENTENCE = 35
const alone = /không có câu "/ // other answers are not looked at here

/** What can be said of a text at once, while it is typed: without the other answers. */
export function hintsFor(text: AnswerText, world: FaqWorld): readonly Finding[] {
  const [today] = world.days
  const faults = checkFaq([{ file: text.id, entry: text }], {
    ...world,
    topics: text.topics.filter(isIn(world.topics)),
  })
  const own = faults
    .filter(({ say }) => !alone.test(say))
    .map(({ say }) => ({ level: 'block' as const, say: sentence(say) }))
  const unknown = text.topics.filter((topic) => !isIn(world.topics)(topic))
  return [
    ...own.filter(({ say }) => !unknown.some((topic) => say.includes(`chủ đề "${topic}" chưa`))),
    ...(today === undefined ? [] : lawFindings(text, world, today)),
    ...longSentences(text.body),
    ...unmarked(text.body),
  ]
}

const isIn = (known: readonly string[]) => (one: string) => known.includes(one)

function longSentences(body: string): readonly Finding[] {
  const long = body.split(/(?<=[.!?:;])\s+|\n/).filter((one) => one.split(/\s+/).length > LONGEST_SENTENCE)
  return long.map((one) => ({
    level: 'warn',
    say: `Câu dài ${one.split(/\s+/).length} chữ, khó đọc trên điện thoại: “${one.slice(0, 40)}…”. Anh/chị tách làm hai.`,
  }))
}

function unmarked(body: string): readonly Finding[] {
  const bare = body.split('\n').filter((line) => line.trim().split(/\s+/).length > 4 && !isMarked(line))
  return bare.map((line) => ({ level: 'block', say: `Dòng này thiếu dấu: “${line.slice(0, 40)}”.` }))
}

export function sentence(say: string): string {
  return `${say.charAt(0).toUpperCase()}${say.slice(1)}.`
}
