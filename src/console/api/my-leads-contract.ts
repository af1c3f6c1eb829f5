import { z } from 'zod'
import { personas, worries } from '../../conversation/effect.ts'
import { leadStates, priorities } from '../../leads/lead.ts'
import { urgencies } from '../../leads/my-leads.ts'
import { when } from './account-shapes.ts'
import { contract } from './contract.ts'
import { acted, bestTime, deskActs, lastOutcome, noSuchAct, reason, seen, tapKey } from './lead-shapes.ts'

const agent = ['agent'] as const

const act = z.discriminatedUnion(
  'do',
  [
    ...deskActs,
    z.object({ do: z.literal('decline'), reason }),
    z.object({ do: z.literal('hand-on'), reason }),
  ],
  { error: noSuchAct },
)

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
  ...seen,
  points,
})

/** What an agent does with their leads. The same `key` is the same tap: sent again, it is done once. */
export const myLeadsContract = contract({
  'GET /my/leads': { roles: agent, answer: z.object({ leads: z.array(line) }) },
  'GET /my/leads/:id': { roles: agent, answer: card },
  'POST /my/leads/:id/acts': {
    roles: agent,
    body: z.object({ key: tapKey, act }),
    answer: acted,
  },
})
