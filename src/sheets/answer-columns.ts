import type { FaqEntry } from '../faq/faq-entry.ts'
import type { DocumentRegister } from '../policy/documents.ts'
import { holesOf } from '../policy/holes.ts'
import { answerWords } from './answer-words.ts'
import { dayColumn, optional, textColumn, wordColumn } from './columns.ts'
import type { Cell } from './cell.ts'
import { checked, listColumn, sized } from './column-rules.ts'
import type { Column, Row } from './table.ts'

/** What cells of answers may name; everything else is a mistake in the cell. */
export interface AnswerNames {
  readonly topics: readonly Named[]
  readonly journeys: readonly Named[]
  readonly isParameter: (name: string) => boolean
  readonly register: Pick<DocumentRegister, 'find' | 'misnames'>
}
interface Named {
  readonly id: string
  readonly label: string
}
type Law = FaqEntry['law'][number]

const MOST = { title: 60, ways: 120, way: 300, topics: 3, law: 12, related: 6, body: 4_000 }
const LEAST = { title: 5, ways: 8, body: 20 }
/** Belong to the page, not to the law. */
const deskWords = ['hotline', 'office-hours']
const ofAssembly = 'Nghị quyết'

const about = (title: string, also: string, sample: string) => ({
  ...{ title, sample },
  also: also === '' ? [] : also.split('|'),
})
const sampleAsks = [
  'Chậm đóng BHXH tự nguyện có sao không?',
  'cham dong bhxh tu nguyen co sao khong',
  'quên đóng một tháng',
  'lỡ kỳ đóng rồi làm sao',
  'đóng trễ hạn có bị phạt',
  'tháng này chưa có tiền đóng',
  'nghỉ đóng vài tháng',
  'đóng muộn có mất quyền lợi',
  'dong tre co bi phat khong',
  'bỏ một kỳ có đóng bù được không',
  'tạm ngừng đóng thì sao',
  'đóng bù tháng thiếu thế nào',
].join('\n')

/** The columns of a file of answers: every field of an answer, in words that officers read. Lists: one to a line. */
export function answerColumns(names: AnswerNames) {
  const topic = namedColumn(about('Chủ đề', 'Các chủ đề', ''), names.topics, 'chủ đề')
  const journey = about('Bước tiếp theo', 'Mời làm tiếp|Nơi đến', '')
  return {
    id: optional(idColumn(about('Mã', 'Mã câu|Mã câu trả lời', ''))),
    title: sized(textColumn(about('Câu hỏi', 'Tên câu|Tiêu đề', 'Chậm đóng BHXH tự nguyện có sao không?')), {
      least: LEAST.title,
      most: MOST.title,
    }),
    topics: listColumn(topic, { least: 1, most: MOST.topics }),
    programme: wordColumn(about('Loại hình', 'Chương trình', 'BHXH tự nguyện'), answerWords.programme),
    audience: optional(
      listColumn(wordColumn(about('Đối tượng', 'Viết cho ai', ''), answerWords.audience), {
        least: 1,
        most: 5,
      }),
    ),
    ask: listColumn(
      sized(textColumn(about('Cách hỏi', 'Các cách hỏi', sampleAsks)), { least: 2, most: MOST.way }),
      {
        least: LEAST.ways,
        most: MOST.ways,
      },
    ),
    body: bodyColumn(names),
    law: listColumn(lawColumn(names), { least: 1, most: MOST.law }),
    checked: dayColumn(about('Ngày đối chiếu', 'Ngày kiểm tra|Ngày đối chiếu văn bản', '22/11/2026')),
    from: optional(dayColumn(about('Hiệu lực từ', 'Từ ngày', ''))),
    until: optional(dayColumn(about('Hiệu lực đến', 'Đến ngày', ''))),
    next: optional(namedColumn(journey, names.journeys, 'bước tiếp theo')),
    related: optional(
      listColumn(idColumn(about('Câu liên quan', 'Mã câu liên quan', '')), { least: 1, most: MOST.related }),
    ),
    owner: optional(sized(textColumn(about('Người phụ trách', 'Phụ trách', '')), { least: 2, most: 80 })),
    status: optional(wordColumn(about('Tình trạng', 'Trạng thái', 'Dùng'), answerWords.status)),
  }
}
export type AnswerRow = Row<ReturnType<typeof answerColumns>>

function idColumn(of: ReturnType<typeof about>): Column<string> {
  return {
    ...{ ...of, isRequired: true },
    read: ({ text }) =>
      /^[a-z0-9-]{1,120}$/.test(text)
        ? { value: text }
        : { error: `mã "${text}" chỉ gồm chữ thường không dấu, số, gạch ngang` },
  }
}

function namedColumn(of: ReturnType<typeof about>, known: readonly Named[], what: string): Column<string> {
  const words = Object.fromEntries(known.map(({ id, label }) => [id, [label, id] as const]))
  const column = wordColumn({ ...of, sample: of.sample || (known[0]?.label ?? '') }, words)
  return {
    ...column,
    read: (cell: Cell, sheet) => {
      const read = column.read(cell, sheet)
      return 'value' in read ? read : { error: `không có ${what} "${cell.text}"` }
    },
  }
}

function bodyColumn({ isParameter }: AnswerNames): Column<string> {
  const sample =
    'Chậm đóng không bị phạt. Bác đóng bù được các tháng thiếu, mức thấp nhất {voluntary-rate} của {rural-poverty-line}.'
  const long: Column<string> = {
    ...{ ...about('Câu trả lời', 'Lời trả lời|Trả lời', sample), isRequired: true },
    read: ({ text }) => ({
      value: text
        .replace(/^'(?=[=+\-@])/, '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    }),
  }
  return checked(sized(long, { least: LEAST.body, most: MOST.body }), (body) => {
    const unknown = holesOf(body).find((name) => !deskWords.includes(name) && !isParameter(name))
    if (unknown !== undefined) return `không có tham số {${unknown}}`
    return /[{}]/.test(body.replace(/\{[a-z0-9-]+(@next-day|@next)?\}/g, ''))
      ? 'ngoặc nhọn { } chưa đóng, hoặc tên tham số viết sai'
      : undefined
  })
}

/** "41/2024/QH15 | Điều 36"; a resolution of the National Assembly begins with "Nghị quyết". */
function lawColumn({ register }: AnswerNames): Column<Law> {
  return {
    ...{ ...about('Căn cứ', 'Văn bản|Căn cứ pháp lý', '41/2024/QH15 | Điều 36'), isRequired: true },
    read: ({ text }) => {
      const [, kind, act = '', place = ''] = /^(Nghị quyết\s+)?([^|]+?)\s*\|\s*(.+)$/iu.exec(text) ?? []
      if (place.length < 3 || act.length < 3)
        return { error: `"${text}" chưa đúng; viết kiểu 41/2024/QH15 | Điều 36 khoản 1` }
      const law: Law = kind === undefined ? { act, place } : { act, place, kind: ofAssembly }
      if (!register.find(act)) return { error: `văn bản ${act} chưa có trong sổ văn bản` }
      return register.misnames(law)
        ? { error: `${act} là một nghị quyết; viết Nghị quyết ${act} | ${place}` }
        : { value: law }
    },
  }
}
