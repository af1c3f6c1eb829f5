import { z } from 'zod'
import { when } from './account-shapes.ts'
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
})
