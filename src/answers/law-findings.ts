import { formatDay } from '../conversation/format.ts'
import { citedDocuments } from '../faq/answer-words.ts'
import type { DocumentRegister } from '../policy/documents.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quote } from '../policy/quoted.ts'
import { pastCheckBy } from '../policy/stale.ts'
import type { Day } from '../policy/values.ts'
import { block } from './golden.ts'
import type { Finding } from './gate.ts'
import type { AnswerText } from './revision.ts'

export interface Law {
  readonly register: DocumentRegister
  readonly book: PolicyBook
}

const YEAR_MS = 366 * 24 * 3_600_000

/** What the law says against a text on a day: documents that are no more, numbers nobody has looked at in time. */
export function lawFindings(text: AnswerText, law: Law, today: Day): readonly Finding[] {
  return [
    ...documentsOf(text, law.register, today),
    ...numbersOf(text, law.book, today),
    ...daysOf(text, today),
  ]
}

function documentsOf({ law, body }: AnswerText, register: DocumentRegister, today: Day): readonly Finding[] {
  const acts = [...new Set([...law.map(({ act }) => act), ...citedDocuments(body)])]
  return acts.flatMap((act) => {
    const until = register.find(act)?.until
    if (until === undefined || until >= today) return []
    const newer = register.replacementOf(act, today)
    const instead = newer ? `đã được thay bằng ${newer.kind} ${newer.number}` : 'chưa thấy văn bản thay'
    return [
      block(
        `Văn bản ${act} hết hiệu lực từ sau ${formatDay(until)}, ${instead}. Anh/chị dẫn văn bản còn hiệu lực.`,
      ),
    ]
  })
}

function numbersOf({ body }: AnswerText, book: PolicyBook, today: Day): readonly Finding[] {
  const used = holesOf(body).flatMap((name) => quote(name, today, book)?.used ?? [])
  const due = new Map(pastCheckBy(used, today).map((one) => [one.name, one]))
  return [...due.values()].map(({ label, checkBy }) =>
    block(
      `Số “${label}” đã quá ngày phải rà lại (${formatDay(checkBy)}). Cần pháp chế rà lại số này trước khi xuất bản.`,
    ),
  )
}

function daysOf({ checked, from, until }: AnswerText, today: Day): readonly Finding[] {
  const isOld = Date.parse(today) - Date.parse(checked) > YEAR_MS
  return [
    ...(checked > today
      ? [block('Ngày đối chiếu văn bản ở tương lai. Anh/chị ghi ngày đã thật sự đối chiếu.')]
      : []),
    ...(isOld ? [{ level: 'warn' as const, say: 'Đã hơn một năm chưa đối chiếu với văn bản luật.' }] : []),
    ...(from !== undefined && until !== undefined && until < from
      ? [block('Ngày hết hiệu lực đứng trước ngày bắt đầu.')]
      : []),
    ...(until !== undefined && until < today
      ? [block('Ngày hết hiệu lực đã qua: câu này sẽ không được nói.')]
      : []),
  ]
}
