import { z } from 'zod'
import { keepableText } from '../../conversation/keepable-text.ts'
import { personas, worries } from '../../conversation/effect.ts'
import { leadFacts, leadStates, outcomes } from '../../leads/lead.ts'
import type { Day } from '../../policy/values.ts'
import { when } from './account-shapes.ts'

// What agents and desks share: words they type, what they do with a lead, and what they see of one they work on.

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

export const reason = typed(200, 'Anh/chị ghi lý do.')
export const noSuchAct = 'Không có việc này.'
/** What whoever has a lead does with it. */
export const deskActs = [
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('outcome'), outcome, note: typed(500, 'Anh/chị ghi chú.').optional() }),
  z.object({ do: z.literal('note'), text: typed(500, 'Anh/chị ghi chú.') }),
] as const
export const tapKey = z.uuid({ error: 'Thiếu mã của thao tác.' })
export const acted = z.object({ result: z.enum(['done', 'repeated', 'not-yours', 'not-now']) })

export const lastOutcome = z.object({ kind: z.enum(outcomes), at: when })
export const bestTime = z.enum(['morning', 'afternoon', 'evening', 'any'])

/** A lead as somebody sees it who works on it, or may take it. */
export const seen = {
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
      by: z.enum(['me', 'another-agent', 'desk', 'citizen', 'program']),
      detail: z.string(),
      note: z.string().optional(),
    }),
  ),
}
