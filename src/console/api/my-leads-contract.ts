import { z } from 'zod'
import { keepableText } from '../../conversation/keepable-text.ts'
import { personas, worries } from '../../conversation/effect.ts'
import { leadFacts, leadStates, outcomes, priorities } from '../../leads/lead.ts'
import { urgencies } from '../../leads/my-leads.ts'
import type { Day } from '../../policy/values.ts'
import { when } from './account-shapes.ts'
import { contract } from './contract.ts'

const agent = ['agent'] as const

/** What an agent types: nothing no store can hold, and not without end. */
export const typed = (longest: number, complaint: string) =>
  z
    .string({ error: complaint })
    .transform(keepableText)
    .pipe(z.string().trim().min(1, complaint).max(longest, `Viết không quá ${longest} chữ.`))

const instant = z.iso
  .datetime({ offset: true, error: 'Anh/chị chọn ngày, giờ.' })
  .transform((at) => new Date(at))
const day = z.iso.date({ error: 'Anh/chị chọn ngày.' }).transform((text) => text as Day) // checked the moment before

/** What people join through an agent. */
const joinable = ['voluntary', 'household-health', 'health'] as const

const outcome = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('call-again'), at: instant }),
    z.object({ kind: z.enum(['not-reached', 'will-join']), at: instant.optional() }),
    z.object({
      kind: z.literal('joined'),
      programme: z.enum(joinable, { error: 'Anh/chị chọn loại đã tham gia.' }),
      months: z.int().min(1).max(60).optional(),
      from: day.optional(),
    }),
    z.object({
      kind: z.literal('not-interested'),
      reason: typed(200, 'Anh/chị ghi lý do.').optional(),
    }),
    z.object({ kind: z.enum(['advised', 'wrong-number', 'other-commune', 'erase-request']) }),
  ],
  { error: 'Không có kết quả này.' },
)

const reason = typed(200, 'Anh/chị ghi lý do.')
const act = z.discriminatedUnion(
  'do',
  [
    z.object({ do: z.literal('accept') }),
    z.object({ do: z.literal('decline'), reason }),
    z.object({ do: z.literal('hand-on'), reason }),
    z.object({ do: z.literal('outcome'), outcome, note: typed(500, 'Anh/chị ghi chú.').optional() }),
    z.object({ do: z.literal('note'), text: typed(500, 'Anh/chị ghi chú.') }),
  ],
  { error: 'Không có việc này.' },
)

const lastOutcome = z.object({ kind: z.enum(outcomes), at: when })
const bestTime = z.enum(['morning', 'afternoon', 'evening', 'any'])
const line = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(leadStates),
  priority: z.enum(priorities),
  urgency: z.enum(urgencies),
  due: when.optional(),
  addressAs: z.string().optional(),
  commune: z.string(),
  programme: z.string(),
  bestTime,
  isCalled: z.boolean(),
  outcome: lastOutcome.optional(),
})

const points = z.object({
  label: z.string().optional(),
  persona: z.enum(personas),
  isGuess: z.boolean(), // nobody said how this person lives
  first: z.string(),
  opening: z.string().optional(),
  parts: z.array(
    z.object({ worry: z.enum(worries), hear: z.string(), say: z.array(z.string()), ask: z.string() }),
  ),
  promise: z.array(z.string()),
  never: z.array(z.string()),
})

const card = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum([...leadStates, 'not-yours']),
  addressAs: z.string(),
  forWhom: z.enum(['self', 'parent', 'spouse', 'child']),
  commune: z.string(),
  programme: z.string(),
  bestTime,
  worry: z.enum(worries).optional(),
  persona: z.enum(personas).optional(),
  acceptBefore: when,
  callBefore: when,
  explained: z.array(z.string()),
  quote: z.object({ on: z.string(), say: z.string(), receipt: z.string() }).optional(),
  phone: z.string().optional(),
  meetingCode: z.string().optional(),
  notReached: z.number(),
  appointment: when.optional(),
  outcome: lastOutcome.optional(),
  history: z.array(
    z.object({
      fact: z.enum(leadFacts),
      at: when,
      by: z.enum(['me', 'another-agent', 'citizen', 'program']),
      detail: z.string(),
      note: z.string().optional(),
    }),
  ),
  points,
})

/** What an agent does with their leads. The same `key` is the same tap: sent again, it is done once. */
export const myLeadsContract = contract({
  'GET /my/leads': { roles: agent, answer: z.object({ leads: z.array(line) }) },
  'GET /my/leads/:id': { roles: agent, answer: card },
  'POST /my/leads/:id/acts': {
    roles: agent,
    body: z.object({ key: z.uuid({ error: 'Thiếu mã của thao tác.' }), act }),
    answer: z.object({ result: z.enum(['done', 'repeated', 'not-yours', 'not-now']) }),
  },
})
