import { z } from 'zod'
import { doneAnswer, when } from './account-shapes.ts'
import { contract } from './contract.ts'

const keepers = ['officer', 'admin'] as const
const channel = z.enum(['messenger', 'zalo', 'bot-framework'])
const day = z.iso.date()

/** The running program: channels, queues, what was given up, and people who want their data erased. */
export const operationsContract = contract({
  'GET /operations': {
    roles: keepers,
    answer: z.object({
      pages: z.array(
        z.object({
          channel,
          desk: z.string(),
          voice: z.string(),
          lastAt: when.optional(),
          messages: z.number(),
        }),
      ),
      tokens: z.array(z.object({ oa: z.string(), live: z.boolean(), ageSeconds: z.number() })),
      quotas: z.array(
        z.object({
          oa: z.string(),
          daily: z.number().optional(),
          remaining: z.number().optional(),
          at: when,
        }),
      ),
      waiting: z.number(),
      oldestWaitingSeconds: z.number(),
      outboxWaiting: z.number(),
      oldestOutboxSeconds: z.number(),
      failed: z.array(
        z.object({
          channel,
          state: z.enum(['not-allowed-now', 'person-left', 'our-fault']),
          reason: z.string(),
          messages: z.number(),
          lastAt: when,
        }),
      ),
      requests: z.array(
        z.object({
          code: z.string(),
          source: z.enum(['meta-callback', 'zalo-withdraw', 'chat']),
          askedAt: when,
          firstReplyBy: day,
          doneBy: day,
          isLate: z.boolean(),
        }),
      ),
    }),
  },
  /** What was given up, newest first: never what a person typed. */
  'GET /operations/letters': {
    roles: keepers,
    answer: z.object({
      most: z.number(),
      letters: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['message', 'reply']),
          channel,
          desk: z.string(),
          at: when,
          why: z.string(),
        }),
      ),
    }),
  },
  'POST /operations/letters/:id/replay': { roles: keepers, answer: doneAnswer },
  /** A link with which an Official Account's administrator lets us speak for it: whoever has it can only give, not take. */
  'POST /operations/consents': {
    roles: ['admin'],
    body: z.object({ oa: z.string().regex(/^\d{3,30}$/, 'Mã Official Account là dãy số.') }),
    answer: z.object({ link: z.string() }),
  },
})
