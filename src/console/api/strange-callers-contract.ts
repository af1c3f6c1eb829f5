import { z } from 'zod'
import { scamVerdicts } from '../../conversation/effect.ts'
import { contract } from './contract.ts'

/** Strange callers whom citizens told the bot of, day by day: where and which trick. Who was called is kept nowhere. */
export const strangeCallersContract = contract({
  'GET /strange-callers': {
    roles: ['officer', 'admin'],
    answer: z.object({
      days: z.array(
        z.object({
          day: z.iso.date(),
          reports: z.array(
            z.object({
              commune: z.string().optional(),
              pattern: z.string().optional(),
              verdict: z.enum(scamVerdicts),
              times: z.number(),
            }),
          ),
        }),
      ),
    }),
  },
})
