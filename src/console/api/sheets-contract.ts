import { z } from 'zod'
import { contract } from './contract.ts'

const keepers = ['officer', 'admin'] as const
/** What can be imported. */
const kind = z.enum(['agents', 'points', 'coverage', 'targets', 'answers'], {
  error: 'Anh/chị chọn một loại bảng.',
})
const format = z.enum(['xlsx', 'csv', 'json']).default('xlsx')
/** Of the file; in the request it is a third longer. */
const MOST_MB = 4
const LETTERS = Math.ceil((MOST_MB * 1024 * 1024) / 3) * 4
const limit = '6mb'

const file = z
  .base64({ error: 'Anh/chị chọn một tệp.' })
  .min(1, 'Anh/chị chọn một tệp có nội dung.')
  .max(LETTERS, `Tệp lớn hơn ${MOST_MB} MB; anh/chị chia thành nhiều tệp.`)

/** How many, and the first of them by code. */
const some = z.object({ count: z.number(), first: z.array(z.string()) })
const faults = z.array(
  z.object({ sheet: z.string(), row: z.number(), column: z.string().optional(), say: z.string() }),
)
const counts = { rows: z.number(), fresh: some, changed: some, same: z.number() }

/** Tables in and out. A file is first only looked at; what is then kept is the file that was looked at, byte by byte. */
export const sheetsContract = contract({
  'GET /sheets/template': {
    roles: keepers,
    query: z.object({ kind, format }),
    answer: z.undefined(), // a file
  },
  'GET /sheets/file': {
    roles: keepers,
    query: z.object({ kind: z.union([kind, z.literal('leads'), z.literal('drafts')]), format }),
    answer: z.undefined(), // a file
  },
  'GET /sheets/renewals': {
    roles: ['admin'], // names and phones of citizens
    query: z.object({
      agent: z
        .string({ error: 'Anh/chị nhập mã nhân viên thu.' })
        .trim()
        .min(1, 'Anh/chị nhập mã nhân viên thu.')
        .max(60),
      format,
    }),
    answer: z.undefined(), // a file
  },
  'POST /sheets/check': {
    roles: keepers,
    limit,
    body: z.object({ kind, file }),
    answer: z.object({
      ...counts,
      errors: faults,
      conflicts: some, // answers that somebody else is writing: left alone
      remarks: faults, // drafts may have them, what is published may not
      wrong: z.number(), // how many errors there are; the first of them are told
      checked: z.string().optional(), // what to give back to import it; none while something is wrong
    }),
  },
  'POST /sheets/import': {
    roles: keepers,
    limit,
    body: z.object({ kind, file, checked: z.string({ error: 'Anh/chị kiểm tra tệp trước.' }).max(100) }),
    answer: z.object({
      ...counts,
      ...{ moved: z.number(), notes: z.array(z.string()) },
      batch: z.string().optional(), // the drafts of this file
    }),
  },
})
