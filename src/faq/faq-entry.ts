import { z } from 'zod'

/** The insurance programmes; never one undifferentiated "BHXH". */
export const programmes = [
  'voluntary',
  'compulsory',
  'household-health',
  'health',
  'unemployment',
  'pension',
  'general',
] as const
export type Programme = (typeof programmes)[number]

/** Whom an answer is written for; none named: everybody. */
export const audiences = ['informal', 'worker', 'student', 'employer', 'officer'] as const

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')

/** Front matter of one file in knowledge/faq/<topic>/. */
export const faqFrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(5).max(60), // the entry as a short question: shown as a choice
  topics: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .min(1)
    .max(3), // the main topic first
  programme: z.enum(programmes),
  ask: z.array(z.string().min(2)).min(8), // ways of asking
  status: z.enum(['draft', 'in-review', 'approved']),
  checked: day,
  law: z
    .array(
      z.strictObject({
        act: z.string().min(3),
        place: z.string().min(3),
        kind: z.literal('Nghị quyết').optional(), // of the National Assembly
      }),
    )
    .min(1),
  next: z.string().optional(), // id of the journey to offer
  related: z.array(z.string()).default([]), // ids of entries to offer
  audience: z.array(z.enum(audiences)).optional(),
  owner: z.string().min(2).max(80).optional(), // who looks after it
  from: day.optional(), // served from this day …
  until: day.optional(), // … to the end of this one
})

/** One reviewed answer: what people ask, what we say (with {parameter} holes), and the law it rests on. */
export type FaqEntry = z.output<typeof faqFrontMatter> & { readonly body: string }
