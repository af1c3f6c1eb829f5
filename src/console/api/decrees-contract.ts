import { z } from 'zod'
import { parameterStates } from '../../decrees/list-parameters.ts'
import { doneAnswer } from './account-shapes.ts'
import { finding } from './answer-shapes.ts'
import { contract } from './contract.ts'
import { certainty, decree, decreeForm, effect, inForce, parameterName } from './decree-shapes.ts'

const keepers = ['officer', 'admin'] as const
const seen = z.object({ version: z.number().int() })
const why = (say: string) => z.string({ error: say }).trim().min(5, say).max(500)

/** Numbers of the law: what is known of them, and decrees that change them. */
export const decreesContract = contract({
  'GET /parameters': {
    roles: keepers,
    query: z.object({
      find: z.string().max(200).default(''),
      state: z.enum(['', ...parameterStates]).default(''),
      page: z.coerce.number().int().min(0).max(1_000).default(0),
    }),
    answer: z.object({
      parameters: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          now: inForce.optional(),
          next: inForce.optional(),
          checkBy: z.string(),
          isOverdue: z.boolean(),
          draft: z.object({ id: z.number(), state: z.string() }).optional(),
        }),
      ),
      total: z.number(),
      ms: z.number(),
    }),
  },
  'GET /parameters/:name': {
    roles: keepers,
    answer: z.object({
      name: z.string(),
      label: z.string(),
      checked: z.string(),
      checkBy: z.string(),
      isOverdue: z.boolean(),
      today: z.string(),
      values: z.array(
        z.object({
          value: z.string(), // as it is printed; of one that follows another number, that number's label
          follows: z.string().optional(),
          from: z.string(),
          until: z.string().optional(),
          certainty,
          act: z.string(),
          title: z.string().optional(), // of the document
          place: z.string(),
          note: z.string().optional(),
          decree: z.number().optional(), // entered here; else from the files
        }),
      ),
      answers: z.array(z.string()), // that quote it
      drafts: z.array(decree),
      decrees: z.array(decree),
    }),
  },
  'GET /decree-words': {
    roles: keepers,
    answer: z.object({
      today: z.string(),
      parameters: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          unit: z.string(),
          now: z.string().optional(),
          checkBy: z.string(),
        }),
      ),
      documents: z.array(
        z.object({ number: z.string(), kind: z.string(), title: z.string(), isOver: z.boolean() }),
      ),
    }),
  },
  'POST /value-reading': {
    roles: keepers,
    body: z.object({ name: parameterName, typed: z.string().max(60) }),
    answer: z.object({ printed: z.string().optional(), again: z.string().optional() }),
  },
  'GET /decrees': { roles: keepers, answer: z.object({ open: z.array(decree), done: z.array(decree) }) },
  'POST /decrees': {
    roles: keepers,
    body: z.object({ parameter: parameterName.optional(), like: z.number().int().positive().optional() }),
    answer: z.object({ id: z.number() }),
  },
  'GET /decrees/:id': {
    roles: keepers,
    answer: z.object({
      decree,
      maySign: z.boolean(),
      isMoved: z.boolean(),
      labels: z.record(z.string(), z.string()),
    }),
  },
  'PUT /decrees/:id': {
    roles: keepers,
    body: seen.extend({
      name: z.string().trim().min(3, 'Anh/chị đặt tên cho bản này, ví dụ “Tăng lương cơ sở 2027”.').max(80),
      form: decreeForm,
      onto: z.boolean().default(false),
    }),
    answer: z.object({ decree }),
  },
  'POST /decrees/:id/check': {
    roles: keepers,
    body: seen,
    answer: z.object({
      passed: z.boolean(),
      findings: z.array(finding),
      rows: z.array(
        z.object({ label: z.string(), before: z.string(), after: z.string(), again: z.string() }),
      ),
      days: z.array(z.string()),
      citizens: z.array(effect),
      answers: z.array(effect),
      answerCount: z.number(),
    }),
  },
  'POST /decrees/:id/submit': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /decrees/:id/return': {
    roles: keepers,
    body: seen.extend({ note: why('Anh/chị ghi lý do trả lại.') }),
    answer: doneAnswer,
  },
  'POST /decrees/:id/approve': {
    roles: keepers,
    body: seen.extend({ secondRead: z.string().trim().max(300).default('') }),
    answer: doneAnswer,
  },
  'POST /decrees/:id/reopen': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /decrees/:id/drop': { roles: keepers, body: seen, answer: doneAnswer },
  'POST /decrees/:id/take-back': {
    roles: keepers,
    body: seen.extend({ why: why('Anh/chị ghi lý do lấy lại.') }),
    answer: doneAnswer,
  },
})
