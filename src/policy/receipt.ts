import { z } from 'zod'
import { numberOf } from './parameter-file.ts'
import { PolicyBook, type InForce } from './policy-book.ts'
import { isRuleName, type RuleName } from './rules.ts'
import { sha256 } from './sha256.ts'
import type { Day } from './values.ts'

/** What was asked: enough to work the same sum out again. */
export interface Asked {
  readonly rule: RuleName
  readonly on: Day
  readonly input: Readonly<Record<string, unknown>>
  readonly id?: string | number
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => text as Day) // true by the pattern above
const citation = z.object({ act: z.string(), place: z.string(), kind: z.literal('Nghị quyết').optional() })
const value = z.object({
  name: z.string(),
  label: z.string(),
  printed: z.string(),
  from: day,
  until: day.optional(),
  certainty: z.enum(['confirmed', 'single-source', 'unconfirmed']),
  source: citation,
  basis: citation.optional(),
  checkBy: day,
})
const kept = z.object({
  rule: z.string().refine(isRuleName),
  on: day,
  input: z.record(z.string(), z.unknown()),
  id: z.union([z.string(), z.number()]).optional(),
  set: z.string(),
  values: z.array(value),
  seal: z.string(),
})

/**
 * A sum as text that proves itself: the question, the day, every value used, their hash (`set`) and a hash of it all
 * (`seal`), so that a letter lost in copying is noticed. The values travel inside: the sum can be worked out again after
 * the law, or our files, have changed.
 */
export function writeReceipt({ rule, on, input, id }: Asked, used: readonly InForce[]): string {
  const values = z.array(value).parse(used).sort(byNameAndDay)
  const asked = { rule, on, input, ...(id === undefined ? {} : { id }) }
  const whole = { ...asked, set: sha256(JSON.stringify(values)), values }
  return toBase64Url(JSON.stringify({ ...whole, seal: sha256(JSON.stringify(whole)) }))
}

/** The question and the values a receipt holds; undefined when it is not one of ours or was changed. */
export function readReceipt(receipt: string): { asked: Asked; book: PolicyBook } | undefined {
  const read = kept.safeParse(fromJson(receipt))
  if (!read.success) return undefined
  const { seal, ...whole } = read.data
  const { rule, on, input, id, set, values } = whole
  if (sha256(JSON.stringify(values)) !== set || sha256(JSON.stringify(whole)) !== seal) return undefined
  return { asked: { rule, on, input, ...(id === undefined ? {} : { id }) }, book: bookOf(values) }
}

function bookOf(values: readonly z.output<typeof value>[]): PolicyBook {
  const timelines = new Map<string, InForce[]>()
  for (const { until, basis, ...rest } of values) {
    const optional = { ...(until && { until }), ...(basis && { basis }) }
    const known: InForce = { ...rest, value: numberOf(rest.printed), ...optional }
    timelines.set(known.name, [...(timelines.get(known.name) ?? []), known])
  }
  return new PolicyBook([], timelines)
}

function byNameAndDay(a: { name: string; from: Day }, b: { name: string; from: Day }): number {
  return `${a.name} ${a.from}` < `${b.name} ${b.from}` ? -1 : 1
}

function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte))
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromJson(receipt: string): unknown {
  try {
    const bytes = atob(receipt.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))))
  } catch {
    return undefined
  }
}
