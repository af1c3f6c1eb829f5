import { z } from 'zod'
import { suggestionStates, suggestionSubjects } from '../../leads/suggestion.ts'
import type { Day } from '../../policy/values.ts'
import { doneAnswer, when } from './account-shapes.ts'
import { contract } from './contract.ts'
import { typed } from './lead-shapes.ts'

const agent = ['agent'] as const
const officers = ['officer', 'admin'] as const

const LAST_MINUTE = 24 * 60 - 1
const minute = z.int().min(0).max(LAST_MINUTE)
const quiet = z
  .object({ from: minute, until: minute })
  .refine(({ from, until }) => from !== until, 'Giờ bắt đầu và giờ kết thúc phải khác nhau.')
const day = z.iso.date({ error: 'Anh/chị chọn ngày.' }).transform((text) => text as Day) // checked the moment before

const progress = z.object({
  programme: z.string(),
  plan: z.number(),
  done: z.number(),
  thisWeek: z.number(),
  left: z.number(),
  percent: z.number().optional(), // of the plan
  expected: z.number(), // by today, at an even pace
  verdict: z.enum(['ahead', 'on-pace', 'behind']),
  aWeekFromNow: z.number(), // needed in each week that is left
})
const inPeriod = z.object({ period: z.string(), targets: z.array(progress) })

const suggestion = z.object({
  id: z.number(),
  about: z.enum(suggestionSubjects),
  ref: z.string().optional(),
  text: z.string(),
  madeAt: when,
  state: z.enum(suggestionStates),
  answer: z.string().optional(),
})

/** An agent's own hours, numbers, deletions to confirm and suggestions; and the suggestions for whoever settles them. */
export const myWorkContract = contract({
  'GET /my/times': {
    roles: agent,
    answer: z.object({
      quiet: z.object({ from: z.number(), until: z.number() }).optional(),
      leaves: z.array(z.object({ id: z.string(), from: z.string(), until: z.string() })),
    }),
  },
  /** Minutes since midnight in Viet Nam; null: no quiet hours. */
  'PUT /my/quiet': { roles: agent, body: z.object({ quiet: quiet.nullable() }), answer: doneAnswer },
  'POST /my/leaves': {
    roles: agent,
    body: z
      .object({ from: day, until: day })
      .refine(({ from, until }) => from <= until, { error: 'Ngày cuối phải sau ngày đầu.', path: ['until'] }),
    answer: doneAnswer,
  },
  'DELETE /my/leaves/:id': { roles: agent, answer: doneAnswer },
  'GET /my/progress': { roles: agent, answer: z.object({ week: inPeriod, month: inPeriod }) },
  'GET /my/erasures': {
    roles: agent,
    answer: z.object({
      erasures: z.array(z.object({ id: z.number(), leadCode: z.string(), askedAt: when })),
    }),
  },
  'POST /my/erasures/:id/confirm': { roles: agent, answer: doneAnswer },
  'GET /my/suggestions': { roles: agent, answer: z.object({ suggestions: z.array(suggestion) }) },
  'POST /my/suggestions': {
    roles: agent,
    body: z.object({
      key: z.uuid({ error: 'Thiếu mã của thao tác.' }),
      about: z.enum(suggestionSubjects, { error: 'Anh/chị chọn góp ý về gì.' }),
      ref: typed(120, 'Anh/chị ghi câu nào.').optional(),
      text: typed(1000, 'Anh/chị viết điều muốn sửa.'),
    }),
    answer: doneAnswer,
  },
  'GET /suggestions': {
    roles: officers,
    query: z.object({ state: z.enum(suggestionStates).optional() }),
    answer: z.object({ suggestions: z.array(suggestion.extend({ agentName: z.string() })) }),
  },
  'POST /suggestions/:id': {
    roles: officers,
    body: z.object({
      state: z.enum(['taken', 'declined'], { error: 'Anh/chị chọn nhận hay không nhận.' }),
      answer: typed(500, 'Anh/chị viết câu trả lời.').optional(),
    }),
    answer: doneAnswer,
  },
})
