import { z } from 'zod'
import { decreeStates } from '../../decrees/revision.ts'
import { documentKinds } from '../../policy/documents.ts'
import { when } from './account-shapes.ts'

const line = z.string().trim().max(300, 'Mỗi ô không quá 300 chữ.')
const dayOrNone = z.union([z.literal(''), z.iso.date()], { error: 'Ngày viết kiểu 2026-11-22.' })
export const parameterName = z.string().regex(/^[a-z0-9-]{1,80}$/, 'Không có con số này.')
export const certainty = z.enum(['confirmed', 'single-source', 'unconfirmed'])

const row = z.object({
  name: parameterName,
  kind: z.enum(['value', 'check']),
  value: line,
  from: dayOrNone,
  until: dayOrNone,
  certainty: z.enum(['single-source', 'unconfirmed']),
  act: line,
  place: line,
  note: line,
  checkBy: dayOrNone,
})

/** A decree while it is worked on: anything may still be missing. */
export const decreeForm = z.object({
  rows: z.array(row).max(40, 'Nhiều nhất 40 con số trong một bản.'),
  documents: z
    .array(
      z.object({
        number: line,
        kind: z.enum(documentKinds),
        title: line,
        issuer: line,
        issued: dayOrNone,
        from: dayOrNone,
        replaces: z.array(line).max(10),
      }),
    )
    .max(5, 'Nhiều nhất năm văn bản mới trong một bản.'),
  read: line,
})

export const decree = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(decreeStates),
  form: decreeForm,
  version: z.number(),
  authors: z.array(z.string()),
  reviewer: z.string().optional(),
  secondRead: z.string().optional(),
  note: z.string().optional(),
  changedAt: when,
  publishedAt: when.optional(),
  taken: z.object({ by: z.string(), at: when, why: z.string() }).optional(),
})

export const inForce = z.object({
  printed: z.string(),
  from: z.string(),
  until: z.string().optional(),
  certainty,
  act: z.string(),
  place: z.string(),
})

export const effect = z.object({ what: z.string(), on: z.string(), before: z.string(), after: z.string() })
