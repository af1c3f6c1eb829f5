import { z } from 'zod'
import type { Day } from './values.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')
  .transform((text) => text as Day) // true by the pattern above
const citation = z.strictObject(
  {
    act: z.string().min(3),
    place: z.string().min(3),
    kind: z.literal('Nghị quyết').optional(), // of the National Assembly: numbered like a law
  },
  'thiếu căn cứ: ghi act (số văn bản) và place (điều, khoản)',
)

const amount = String.raw`\d{1,3}(\.\d{3})*(,\d+)?`
const unit = '(%| (đồng|lần|tháng|năm|tuổi|tuần|điểm|chỉ số|ngày|ngày làm việc))'
/** A condition without a number of its own, such as "who draws a pension may not join": it holds, from a day on. */
const HOLDS = 'áp dụng'
const pattern = new RegExp(String.raw`^(${amount}${unit}|\d{1,3} tuổi \d{1,2} tháng|${HOLDS})$`)

/** Numbers are written the way the decree prints them, and kept that way for quoting: "1.500.000 đồng", "4,5%". */
const printedNumber = z
  .string()
  .regex(
    pattern,
    'viết như văn bản luật: "1.500.000 đồng", "22%", "20 lần", "15 năm", "61 tuổi 6 tháng", "10 ngày làm việc"; điều kiện không có số thì ghi "áp dụng"',
  )

const entry = z
  .strictObject({
    from: day,
    until: day.optional(),
    value: printedNumber.optional(),
    /** Another parameter this one follows on these days, whatever its amount: the law says "bằng", not a number. */
    equals: z.string().optional(),
    certainty: z.enum(['confirmed', 'single-source', 'unconfirmed']),
    source: citation,
    note: z.string().optional(),
  })
  .refine(
    ({ value, equals }) => (value === undefined) !== (equals === undefined),
    'ghi một trong hai: value hoặc equals',
  )
  .refine(({ from, until }) => until === undefined || from <= until, 'until phải sau from')
export type PolicyEntry = z.output<typeof entry>

const inOrder = (entries: readonly { from: Day }[]) =>
  entries.every(({ from }, i) => i === 0 || (entries[i - 1]?.from ?? from) < from)

/** The shape of one file in knowledge/policy/. Lawyers edit these; this schema is their spell-checker. */
export const parameterFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'tên viết thường, không dấu, nối bằng gạch ngang'),
  label: z.string(),
  checked: day,
  checkBy: day,
  values: z.array(entry).min(1).refine(inOrder, 'xếp theo ngày hiệu lực, cũ trước mới sau'),
})
export type Parameter = z.output<typeof parameterFile>

/** The number in a printed value, in its first unit: "4,5%" is 4.5, "61 tuổi 6 tháng" is 61.5 (years); a condition is 1. */
export function numberOf(printed: string): number {
  if (printed === HOLDS) return 1
  const [first = '', ...rest] = printed.split(/%| /)
  const extraMonths = rest[2] === 'tháng' ? Number(rest[1]) : 0
  return Number(first.replaceAll('.', '').replace(',', '.')) + extraMonths / 12
}
