import { z } from 'zod'
import { doneAnswer, when } from './account-shapes.ts'
import { contract } from './contract.ts'

const keepers = ['officer', 'admin'] as const
const shortestReason = 'Anh/chị ghi lý do cần xem, ví dụ “cần số điện thoại để gọi lại”.'

const talk = z.object({
  id: z.string(),
  channel: z.enum(['messenger', 'zalo', 'bot-framework']),
  voice: z.string(), // whose page they wrote to
  state: z.enum(['waiting', 'claimed']),
  askedAt: when,
  answerBy: when.optional(), // what the citizen was told
  heardAt: when,
  replyUntil: when, // after it the platform takes no message of ours
  isMine: z.boolean(),
  holder: z.string().optional(), // login of the colleague who has it; "inbox": somebody in the platform's own inbox
})
const line = z.object({ by: z.enum(['citizen', 'staff', 'inbox']), text: z.string(), at: when })

/** Talks that people of the desk have, or are waited for. */
export const handOversContract = contract({
  'GET /hand-overs': { roles: keepers, answer: z.object({ now: when, talks: z.array(talk) }) },
  'GET /hand-overs/:id': {
    roles: keepers,
    answer: z.object({ now: when, talk, lines: z.array(line) }), // what could be personal is left out of the lines
  },
  'POST /hand-overs/:id/reveal': {
    roles: keepers,
    body: z.object({
      reason: z.string({ error: shortestReason }).trim().min(10, shortestReason).max(200),
    }),
    answer: z.object({ lines: z.array(line) }),
  },
  'POST /hand-overs/:id/claim': { roles: keepers, answer: doneAnswer },
  'POST /hand-overs/:id/reply': {
    roles: keepers,
    body: z.object({
      text: z
        .string({ error: 'Anh/chị viết câu trả lời.' })
        .trim()
        .min(1, 'Anh/chị viết câu trả lời.')
        .max(2_000, 'Một tin không quá 2.000 chữ.'),
    }),
    answer: doneAnswer,
  },
  'POST /hand-overs/:id/give-back': { roles: keepers, answer: doneAnswer },
})
