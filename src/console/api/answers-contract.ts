import { z } from 'zod'
import { doneAnswer, instant, when } from './account-shapes.ts'
import {
  draftText,
  finding,
  listed,
  listQuery,
  openDraft,
  reply,
  report,
  revision,
  tried,
} from './answer-shapes.ts'
import { contract } from './contract.ts'

const keepers = ['officer', 'admin'] as const
const seen = z.object({ version: z.number().int() })
const day = z.iso.date()
const limit = '256kb'

/** Answers: what the bot says, drafts of it, who signs them, and what is served. */
export const answersContract = contract({
  'GET /answers': {
    roles: keepers,
    query: listQuery,
    answer: z.object({
      ...{ answers: z.array(listed), total: z.number(), served: z.number(), ms: z.number() },
      // files that say something else since a revision was published over them
      moved: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  },
  'GET /answers/:id': {
    roles: keepers,
    answer: z.object({
      text: draftText.optional(),
      isServed: z.boolean(),
      current: z.number().optional(), // the revision that is served; none: the file
      file: draftText.optional(),
      revisions: z.array(revision),
      publications: z.array(
        z.object({
          at: when,
          by: z.string(),
          kind: z.enum(['publish', 'roll-back']),
          revision: z.number().optional(),
        }),
      ),
      drafts: z.array(revision),
    }),
  },
  'POST /answers/:id/roll-back': {
    roles: keepers,
    body: z.object({ to: z.number().nullable() }),
    answer: doneAnswer,
  },
  'GET /answer-words': {
    roles: keepers,
    answer: z.object({
      today: z.string(),
      parameters: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          now: z.string().optional(),
          next: z.string().optional(),
          nextDay: z.string().optional(),
        }),
      ),
      documents: z.array(
        z.object({ number: z.string(), kind: z.string(), title: z.string(), isOver: z.boolean() }),
      ),
      topics: z.array(z.object({ id: z.string(), label: z.string() })),
      journeys: z.array(z.object({ id: z.string(), label: z.string() })),
      banned: z.array(z.string()),
    }),
  },
  'GET /answer-drafts': { roles: keepers, answer: z.object({ drafts: z.array(openDraft) }) },
  'POST /answer-drafts': {
    roles: keepers,
    body: z.object({
      entry: z.string().max(120).optional(),
      title: z.string().trim().max(60).optional(),
    }),
    answer: z.object({ id: z.number() }),
  },
  'GET /answer-drafts/:id': {
    roles: keepers,
    answer: z.object({
      draft: revision,
      served: draftText.optional(),
      related: z.array(z.object({ id: z.string(), title: z.string() })), // the titles of what it leads to
      isMoved: z.boolean(), // another text is served than the one it was begun from
      maySign: z.boolean(),
    }),
  },
  'PUT /answer-drafts/:id': {
    roles: keepers,
    limit,
    body: seen.extend({
      name: z.string().trim().min(3, 'Anh/chị đặt tên cho bản này, ví dụ “Thêm hạn nộp”.').max(80),
      text: draftText,
      onto: z.boolean().default(false),
    }),
    answer: z.object({ draft: revision }),
  },
  'POST /answer-drafts/:id/check': { roles: keepers, body: seen, answer: report },
  'POST /answer-drafts/:id/submit': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /answer-drafts/:id/return': {
    roles: keepers,
    body: seen.extend({
      note: z
        .string({ error: 'Anh/chị ghi lý do trả lại.' })
        .trim()
        .min(3, 'Anh/chị ghi lý do trả lại.')
        .max(500),
    }),
    answer: doneAnswer,
  },
  'POST /answer-drafts/:id/approve': {
    roles: keepers,
    body: seen.extend({ publishAt: instant.optional() }),
    answer: doneAnswer,
  },
  'POST /answer-drafts/:id/reopen': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /answer-drafts/:id/drop': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /answer-preview': {
    roles: keepers,
    limit,
    body: z.object({ text: draftText, on: day.optional() }),
    answer: z.object({ zalo: z.array(reply), messenger: z.array(reply), hints: z.array(finding) }),
  },
  'POST /answer-try': {
    roles: keepers,
    limit,
    body: z.object({
      text: draftText.optional(),
      on: day,
      channel: z.enum(['zalo', 'messenger']),
      said: z.string().trim().min(1, 'Anh/chị gõ một câu hỏi.').max(500),
      payload: z.string().max(200).optional(),
      session: z.string().max(100_000).optional(),
    }),
    answer: tried,
  },
})
