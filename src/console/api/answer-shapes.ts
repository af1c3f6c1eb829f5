import { z } from 'zod'
import { causes } from '../../answers/gate.ts'
import { answerStates } from '../../answers/list-answers.ts'
import { revisionStates } from '../../answers/revision.ts'
import { audiences, faqFrontMatter, programmes } from '../../faq/faq-entry.ts'
import { when } from './account-shapes.ts'

const line = z.string().trim().max(300, 'Mỗi dòng không quá 300 chữ.')
const day = z.iso.date({ error: 'Ngày viết kiểu 2026-11-22.' })

/** A text while it is worked on: anything may still be missing. */
export const draftText = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: line,
  topics: z.array(z.string().max(80)).max(3, 'Nhiều nhất ba chủ đề.'),
  programme: z.enum(programmes),
  ask: z.array(line).max(120, 'Nhiều nhất 120 cách hỏi.'),
  status: z.enum(['draft', 'in-review', 'approved']),
  checked: day,
  law: z.array(z.object({ act: line, place: line, kind: z.literal('Nghị quyết').optional() })).max(12),
  next: z.string().max(80).optional(),
  related: z.array(z.string().max(80)).max(6),
  audience: z.array(z.enum(audiences)).optional(),
  owner: z.string().trim().max(80).optional(),
  from: day.optional(),
  until: day.optional(),
  body: z.string().max(4_000, 'Câu trả lời không quá 4.000 chữ.'),
})

/** A text that may be sent for review; its messages are for the person who wrote it. */
export const wholeText = faqFrontMatter.extend({ body: z.string().trim().min(20, 'Chưa có câu trả lời.') })

export const finding = z.object({ level: z.enum(['block', 'warn']), say: z.string() })
export const reply = z.object({
  text: z.string(),
  buttons: z.array(z.object({ label: z.string(), payload: z.string() })),
})
export const revision = z.object({
  id: z.number(),
  entry: z.string(),
  name: z.string(),
  state: z.enum(revisionStates),
  text: draftText,
  base: draftText.optional(),
  version: z.number(),
  authors: z.array(z.string()),
  reviewer: z.string().optional(),
  note: z.string().optional(),
  changedAt: when,
  publishAt: when.optional(),
  publishedAt: when.optional(),
  batch: z.string().optional(), // the file it came from
})
/** As a list shows it. */
export const openDraft = revision
  .omit({ text: true, base: true, publishedAt: true })
  .extend({ title: z.string() })
export const listed = z.object({
  id: z.string(),
  title: z.string(),
  topics: z.array(z.string()),
  programme: z.enum(programmes),
  audience: z.array(z.enum(audiences)),
  owner: z.string().optional(),
  checked: z.string(),
  isServed: z.boolean(),
  isRevised: z.boolean(),
  draft: z.object({ id: z.number(), state: z.enum(revisionStates) }).optional(),
  changesOn: z.string().optional(),
})
export const listQuery = z.object({
  find: z.string().max(200).default(''),
  topic: z.string().default(''),
  programme: z.string().default(''),
  audience: z.string().default(''),
  owner: z.string().max(80).default(''),
  state: z.enum(['', ...answerStates]).default(''),
  checkedBefore: z.string().default(''),
  changing: z.enum(['', 'yes']).default(''),
  page: z.coerce.number().int().min(0).default(0),
})
export const report = z.object({
  passed: z.boolean(),
  findings: z.array(finding),
  golden: z.object({ asked: z.number(), before: z.number(), after: z.number() }),
  changes: z.array(
    z.object({
      kind: z.enum(['answer', 'asked', 'case', 'talk']),
      cause: z.enum(causes),
      what: z.string(),
      on: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  counts: z.record(z.enum(causes), z.number()),
})
export const tried = z.object({
  replies: z.array(reply),
  session: z.string(),
  why: z
    .object({
      kind: z.string(),
      ours: z.number(),
      sure: z.number(),
      repaired: z.array(z.string()),
      likely: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          score: z.number(),
          phrase: z.string(),
          signals: z.record(z.string(), z.number()),
        }),
      ),
    })
    .optional(),
  steps: z.array(z.string()),
})
