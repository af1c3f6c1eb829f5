import { z } from 'zod'
import { agentStates, pointStates } from '../../leads/agent.ts'
import { leadStates } from '../../leads/lead.ts'
import { noticeKinds } from '../../staff/notices.ts'
import type { Day } from '../../policy/values.ts'
import { doneAnswer, when } from './account-shapes.ts'
import { contract } from './contract.ts'
import { typed } from './lead-shapes.ts'

const desk = ['officer', 'admin'] as const
const day = z.iso.date({ error: 'Anh/chị chọn ngày.' })
const until = day.transform((text) => text as Day).optional() // checked the moment before
const find = z.object({
  find: z.string().trim().max(80).default(''),
  resting: z.enum(['yes', 'no']).default('no'),
})
const reason = typed(200, 'Anh/chị ghi lý do.')
const named = { id: z.string(), name: z.string(), organisation: z.string(), reason: z.string().optional() }
const moved = z.object({ moved: z.number() })

/** What waits for somebody at the desk, and who of the agents and points works. */
export const deskContract = contract({
  'GET /notices': {
    roles: desk,
    query: z.object({ which: z.enum(['open', 'done']).default('open') }),
    answer: z.object({
      most: z.number(),
      notices: z.array(
        z.object({
          id: z.number(),
          kind: z.enum(noticeKinds),
          at: when,
          lead: z
            .object({
              id: z.string(),
              code: z.string(),
              commune: z.string(),
              state: z.enum(leadStates),
              agent: z.string().optional(),
            })
            .optional(),
          settled: z.object({ by: z.string(), at: when, answer: z.string().optional() }).optional(),
        }),
      ),
    }),
  },
  'POST /notices/:id/settle': {
    roles: desk,
    body: z.object({ answer: typed(500, 'Anh/chị ghi đã làm gì.').nullable() }),
    answer: doneAnswer,
  },
  'GET /agents': {
    roles: desk,
    query: find,
    answer: z.object({
      most: z.number(),
      agents: z.array(
        z.object({
          ...named,
          state: z.enum(agentStates),
          until: day.optional(),
          point: z.string(),
          trainedUntil: day.optional(),
          capacity: z.number(),
          openLeads: z.number(),
        }),
      ),
    }),
  },
  'GET /points': {
    roles: desk,
    query: find,
    answer: z.object({
      most: z.number(),
      points: z.array(
        z.object({
          ...named,
          state: z.enum(pointStates),
          until: day.optional(),
          commune: z.string(),
          agents: z.number(),
        }),
      ),
    }),
  },
  /** Takes effect at once; `moved`: open leads that went to somebody else. */
  'POST /agents/:id/standing': {
    roles: desk,
    body: z.object({ state: z.enum(agentStates), reason, until }),
    answer: moved,
  },
  'POST /points/:id/standing': {
    roles: desk,
    body: z.object({ state: z.enum(pointStates), reason, until }),
    answer: moved,
  },
})
