import { z } from 'zod'
import type { ScamVerdict } from '../conversation/effect.ts'
import type { Day } from '../policy/values.ts'

/** What gives a swindler away. */
export const scamSigns = ['otp', 'transfer', 'app', 'papers', 'pressure'] as const
export type ScamSign = (typeof scamSigns)[number]

const line = z.string().trim().min(1)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')
  .transform((text) => text as Day) // true by the pattern above
const source = z.union([z.strictObject({ act: line, place: line }), z.strictObject({ page: z.url() })])

/** One trick, told from its first day to its last (knowledge/scams/<name>.yaml). */
export const scamPattern = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'id viết bằng chữ thường không dấu, số và gạch ngang'),
    name: line,
    signs: z.array(z.enum(scamSigns)).min(1),
    from: day,
    until: day, // told on this day too, and no longer: somebody must look at it again
    checked: day,
    why: line.max(300),
    todo: z.array(line).min(1).max(4),
    source,
  })
  .refine(({ from, until }) => from <= until, 'until phải sau from')
export type ScamPattern = z.output<typeof scamPattern>

/** The pattern in force that fits the signs best: all of its own are there, and the more it has the better. */
export function patternFor(
  patterns: readonly ScamPattern[],
  signs: readonly ScamSign[],
  on: Day,
): ScamPattern | undefined {
  return patterns
    .filter(({ from, until }) => from <= on && on <= until)
    .filter((pattern) => pattern.signs.every((sign) => signs.includes(sign)))
    .toSorted((a, b) => b.signs.length - a.signs.length || (a.id < b.id ? -1 : 1))[0]
}

/** What a caller said of the code that they must say first. */
export type CodeSaid = 'right' | 'wrong' | 'no-call' | 'unknown'

/** What no agent of ours ever asks for decides alone; threats, or a code they did not know, make it likely. */
export function judgeCaller(signs: readonly ScamSign[], code: CodeSaid | undefined): ScamVerdict {
  if (signs.some((sign) => sign !== 'pressure')) return 'scam'
  return signs.includes('pressure') || code === 'wrong' ? 'likely' : 'unsure'
}
