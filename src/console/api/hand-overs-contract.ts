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
const line = z.object({
  by: z.enum(['citizen', 'staff', 'inbox']),
  text: z.string(), // of a picture: what is on it
  at: when,
  isPicture: z.literal(true).optional(),
  sent: z.enum(['waiting', 'sent', 'failed']).optional(), // of what staff wrote here
})
/** By the platform's own word. `until`: so long the state lasts. */
const standing = z.object({
  state: z.enum(['open', 'charged', 'closed', 'unknown', 'gone']),
  until: when.optional(),
  lastAt: when.optional(),
  follows: z.boolean().optional(),
  repliesLeft: z.number().optional(),
})
const longestText = 'Một tin không quá 2.000 chữ.'
const describeIt = 'Anh/chị mô tả ảnh bằng vài chữ, ví dụ “mẫu TK1-TS, mặt trước”.'

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
    answer: z.object({ lines: z.array(line), name: z.string().optional() }), // what they call themselves on Zalo
  },
  'POST /hand-overs/:id/ask': { roles: keepers, answer: standing },
  'POST /hand-overs/:id/claim': { roles: keepers, answer: doneAnswer },
  'POST /hand-overs/:id/reply': {
    roles: keepers,
    body: z.object({
      text: z
        .string({ error: 'Anh/chị viết câu trả lời.' })
        .trim()
        .min(1, 'Anh/chị viết câu trả lời.')
        .max(2_000, longestText),
    }),
    answer: doneAnswer,
  },
  'POST /hand-overs/:id/picture': {
    roles: keepers,
    limit: '1500kb', // a picture of 1 MB as base64, and words
    body: z.object({
      picture: z.base64({ error: 'Anh/chị chọn một ảnh.' }).min(1, 'Anh/chị chọn một ảnh.'),
      description: z
        .string({ error: describeIt })
        .trim()
        .min(5, describeIt)
        .max(200, 'Mô tả không quá 200 chữ.'),
      text: z.string().trim().max(2_000, longestText).default(''),
    }),
    answer: doneAnswer,
  },
  'POST /hand-overs/:id/give-back': { roles: keepers, answer: doneAnswer },
})
