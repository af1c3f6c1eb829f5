import { z } from 'zod'
import { programmes } from '../../faq/faq-entry.ts'
import { chartIds } from '../../numbers/chart.ts'
import { contract } from './contract.ts'

const watchers = ['team-lead', 'commune', 'officer', 'admin'] as const
const day = z.union([z.literal(''), z.iso.date({ error: 'Ngày chưa đúng.' })]).default('')
const filter = {
  from: day, // '': 30 days
  until: day, // included; '': today
  page: z.string().max(200).default(''), // "zalo/ID"
  programme: z.enum(['', ...programmes]).default(''),
  commune: z.string().max(20).default(''), // code
  period: z.enum(['week', 'month', 'quarter', 'year']).default('month'), // of the plans
}
const named = z.array(z.object({ id: z.string(), name: z.string() }))
const cell = z.union([z.string(), z.number(), z.object({ part: z.number(), of: z.number() })])

/** Numbers at a glance, from counts kept by the day. No cell is about one person: small ones were hidden before they come here. */
export const numbersContract = contract({
  'GET /numbers': {
    roles: watchers,
    query: z.object(filter),
    answer: z.object({
      charts: z.array(
        z.object({
          id: z.enum(chartIds),
          title: z.string(),
          note: z.string(),
          shape: z.enum(['days', 'bars']),
          columns: z.array(
            z.object({
              title: z.string(),
              kind: z.enum(['text', 'count', 'share']),
              drawn: z.literal(true).optional(),
            }),
          ),
          rows: z.array(z.array(cell)), // the first of them
          more: z.number(), // rows that are only in the file
        }),
      ),
      from: z.string(),
      until: z.string(),
      filter: z.string(), // in words
      pages: named, // that may be chosen
      communes: named,
      ms: z.number(),
    }),
  },
  'GET /numbers/file': {
    roles: watchers,
    query: z.object({ ...filter, chart: z.enum(chartIds, { error: 'Anh/chị chọn một biểu đồ.' }) }),
    answer: z.undefined(), // a file
  },
})
