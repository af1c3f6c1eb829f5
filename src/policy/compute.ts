import { z } from 'zod'
import type { Computed, Refused } from './outcome.ts'
import type { PolicyBook } from './policy-book.ts'
import { readReceipt, writeReceipt } from './receipt.ts'
import { badField, missingField, outOfRange } from './refusals.ts'
import { ruleNamed, type ResultOf, type RuleName } from './rules.ts'
import type { Day } from './values.ts'

export interface Question<Name extends RuleName = RuleName> {
  readonly rule: Name
  readonly on: Day
  /** Fields as architecture §5 names them, from outside: checked here. */
  readonly input: unknown
  readonly id?: string | number
}

export interface Law {
  readonly book: PolicyBook
  /** A province's two-digit code for a code or any spelling it is sure of. Without it only codes are understood. */
  readonly provinceCodeOf?: (spelling: string) => string | undefined
}

export type Answer<Result extends object = object> =
  (Computed<Result> & { readonly receipt: string }) | Refused

/** Works a rule out on input from outside. Never throws: what is wrong or unknown comes back as a refusal. */
export function compute<Name extends RuleName>(question: Question<Name>, law: Law): Answer<ResultOf<Name>> {
  const raw = fieldsOf(question.input)
  const province = codeOf(raw.province, law)
  if (raw.province !== undefined && province === undefined) return badField('province')
  const found = { ...raw, ...(province === undefined ? {} : { province }) }
  const applied = ruleNamed(question.rule)(found, question.on, law.book)
  if (applied instanceof z.ZodError) return refuse(applied, found)
  const { input, outcome } = applied
  if (outcome.kind === 'refused') return outcome
  return { ...outcome, receipt: writeReceipt({ ...question, input }, outcome.used) }
}

/** The same sum again, from the values inside the receipt; undefined when the receipt is not one of ours. */
export function recompute(receipt: string): { question: Question; answer: Answer } | undefined {
  const kept = readReceipt(receipt)
  return kept && { question: kept.asked, answer: compute(kept.asked, { book: kept.book }) }
}

/** What was given, without what was left empty. */
function fieldsOf(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  )
}

function codeOf(spelling: unknown, { provinceCodeOf }: Law): string | undefined {
  if (typeof spelling !== 'string') return undefined
  if (provinceCodeOf) return provinceCodeOf(spelling)
  return /^\d{2}$/.test(spelling) ? spelling : undefined
}

/** One refusal for the first thing to put right: what is missing before what is wrong. */
function refuse({ issues }: z.ZodError, raw: Readonly<Record<string, unknown>>): Refused {
  const isMissing = ({ path }: z.core.$ZodIssue) => valueAt(raw, path) === undefined
  const issue = issues.find(isMissing) ?? issues[0]
  const field = String(issue?.path[0] ?? 'input')
  if (!issue || isMissing(issue)) return missingField(field)
  if (issue.code === 'too_small' && isNumeric(issue.origin))
    return outOfRange(field, { lowest: Number(issue.minimum) })
  if (issue.code === 'too_big' && isNumeric(issue.origin))
    return outOfRange(field, { highest: Number(issue.maximum) })
  return badField(field)
}

function isNumeric(origin: string): boolean {
  return origin === 'number' || origin === 'int'
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )
}
