import { z } from 'zod'
import { keepableText } from '../../conversation/keepable-text.ts'
import { ownerKinds } from '../../leads/agent.ts'
import { leadLists } from '../../leads/lead-desk.ts'
import { leadFacts, leadStates, outcomes, priorities } from '../../leads/lead.ts'
import { when } from './account-shapes.ts'
import { contract } from './contract.ts'
import { acted, deskActs, noSuchAct, seen, tapKey } from './lead-shapes.ts'

const readers = ['team-lead', 'commune', 'officer', 'admin'] as const
const givers = ['team-lead', 'officer', 'admin'] as const
const workers = ['officer', 'admin'] as const

const shortestReason = 'Anh/chị ghi lý do cần xem, ví dụ “gọi lại cho bà con như đã hẹn”.'
const reasonToSee = z
  .string({ error: shortestReason })
  .transform(keepableText)
  .pipe(z.string().trim().min(10, shortestReason).max(200, 'Viết không quá 200 chữ.'))

const whichCommune = 'Anh/chị ghi tên xã, phường (thêm tên tỉnh nếu trùng tên), hoặc mã xã năm chữ số.'

/** What of a lead is about its way through the offices; nothing about the citizen. */
const line = {
  id: z.string(),
  code: z.string(),
  capturedAt: when,
  commune: z.string(), // name
  programme: z.string(),
  owner: z.object({ kind: z.enum(ownerKinds), name: z.string() }),
  state: z.enum(leadStates),
  priority: z.enum(priorities),
  acceptBefore: when,
  callBefore: when,
  isLate: z.boolean(),
  outcome: z.enum(outcomes).optional(),
  rating: z.number().optional(), // 1 to 5
}

const card = z.object({
  ...line,
  isByChat: z.boolean(), // no phone was left
  isPlaceless: z.boolean(), // nobody knows the commune
  keeping: z.enum(['held', 'withdrawn', 'erased']),
  appointment: when.optional(),
  notReached: z.number(),
  trails: z.array(z.object({ at: when, lines: z.array(z.string()) })), // how it came to each owner
  history: z.array(
    z.object({
      fact: z.enum(leadFacts),
      at: when,
      by: z.string(), // in words
      outcome: z.enum(outcomes).optional(),
    }),
  ),
})

const choice = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  open: z.number(),
  capacity: z.number(),
  why: z.string(), // how the rules see them now, in words
  isOwner: z.boolean(),
  mayBeGiven: z.boolean(),
})

/** Leads as the desks see and work on them. The same `key` is the same act: sent again, it is done once. */
export const leadsContract = contract({
  'GET /leads': {
    roles: readers,
    query: z.object({
      which: z.enum(leadLists).default('desk'),
      commune: z.string().max(20).transform(keepableText).default(''),
      find: z.string().max(100).transform(keepableText).default(''),
      before: z.guid().optional(), // id of the last line that is shown
    }),
    answer: z.object({ leads: z.array(z.object(line)), isMore: z.boolean(), why: z.string().optional() }), // why there are none
  },
  'GET /lead-communes': {
    roles: readers,
    answer: z.object({ communes: z.array(z.object({ code: z.string(), name: z.string() })) }),
  },
  'GET /leads/:id': { roles: readers, answer: card },
  'GET /leads/:id/agents': { roles: givers, answer: z.object({ agents: z.array(choice) }) },
  'POST /leads/:id/reveal': {
    roles: workers,
    body: z.object({ reason: reasonToSee }),
    answer: z.object(seen),
  },
  'POST /leads/:id/acts': {
    roles: workers,
    body: z.object({ key: tapKey, act: z.discriminatedUnion('do', deskActs, { error: noSuchAct }) }),
    answer: acted,
  },
  'POST /leads/:id/commune': {
    roles: workers,
    body: z.object({
      key: tapKey,
      commune: z
        .string({ error: whichCommune })
        .transform(keepableText)
        .pipe(z.string().trim().min(2, whichCommune).max(100)),
      route: z.boolean(),
    }),
    answer: z.object({ result: z.enum(['done', 'repeated']), commune: z.string() }),
  },
  'POST /leads/:id/give': {
    roles: givers,
    body: z.object({
      key: tapKey,
      agent: z.string({ error: 'Anh/chị chọn nhân viên thu.' }).min(1).max(100).transform(keepableText),
      reason: z.string().transform(keepableText).pipe(z.string().trim().max(200)).default(''),
    }),
    answer: z.object({ result: z.enum(['done', 'repeated']) }),
  },
})
