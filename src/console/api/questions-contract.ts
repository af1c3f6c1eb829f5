import { z } from 'zod'
import { programmes } from '../../faq/faq-entry.ts'
import { contract } from './contract.ts'

const keepers = ['officer', 'admin'] as const
const counted = z.array(z.object({ name: z.string(), times: z.number() }))
const entry = z.object({ id: z.string(), title: z.string() })
const group = z.object({
  phrases: z.array(z.object({ words: z.string(), times: z.number() })),
  times: z.number(),
  notUnderstood: z.number(),
  notMeant: z.number(), // told "không phải ý tôi"
  notOurs: z.number(), // declined: none of our matters
  weeks: counted, // Mondays, oldest first
  programmes: counted,
  places: counted, // pages, by whose voice and commune
  /** What the bot says to its first phrase now. */
  now: z.object({
    kind: z.enum(['answer', 'choices', 'declined', 'none']),
    entry: entry.optional(),
    isNew: z.boolean(),
  }),
  near: z.array(entry),
})

/** What people asked that somebody should mend; personal data was left out before it was kept. */
export const questionsContract = contract({
  'GET /questions': {
    roles: keepers,
    query: z.object({
      weeks: z.enum(['1', '4', '12']).default('4'),
      why: z.enum(['', 'not-understood', 'not-meant', 'not-ours']).default(''),
      programme: z.enum(['', ...programmes]).default(''),
      place: z.string().max(200).default(''),
      page: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({
      groups: z.array(group),
      total: z.number(), // groups
      questions: z.number(),
      isCut: z.boolean(), // there are more questions than were looked at
      places: z.array(z.string()),
      ms: z.number(),
    }),
  },
  'POST /questions/draft': {
    roles: keepers,
    body: z.object({
      phrases: z
        .array(z.string().max(400), { error: 'Chưa chọn cách hỏi nào.' })
        .min(1, 'Chưa chọn cách hỏi nào.')
        .max(40),
      entry: z.string().max(120).optional(), // none: a new answer
    }),
    answer: z.object({ id: z.number() }),
  },
})
