import { compute, recompute, type Answer, type Law } from '../policy/compute.ts'
import { readDay } from '../policy/day.ts'
import type { Refused } from '../policy/outcome.ts'
import { badField } from '../policy/refusals.ts'
import type { RuleName } from '../policy/rules.ts'
import type { Day } from '../policy/values.ts'

export interface ComputeOptions extends Law {
  /** The day for lines that name none. */
  readonly on: Day
}

/** `compute RULE --jsonl`: one JSON line in, one out, in order. A line that cannot be read is refused, never thrown. */
export async function* computeLines(
  rule: RuleName,
  lines: AsyncIterable<string>,
  options: ComputeOptions,
): AsyncIterable<string> {
  for await (const line of lines) {
    if (line.trim() !== '') yield answerLine(rule, line, options)
  }
}

/** `recompute RECEIPT`: the line the receipt came with, from the values inside it; `ok` is false when it is none of ours. */
export function recomputeLine(receipt: string): { readonly ok: boolean; readonly line: string } {
  const again = recompute(receipt.trim())
  if (!again) return { ok: false, line: print(undefined, badField('receipt')) }
  return { ok: true, line: print(again.question.id, again.answer) }
}

function answerLine(rule: RuleName, line: string, options: ComputeOptions): string {
  const fields = readObject(line)
  if (!fields) return print(undefined, badField('line'))
  const { id: named, on: asked, ...input } = fields
  const id = typeof named === 'string' || typeof named === 'number' ? named : undefined
  const on = asked === undefined || asked === null ? options.on : readDay(asked)
  if (on === undefined) return print(id, badField('on'))
  return print(id, compute({ rule, on, input, ...(id === undefined ? {} : { id }) }, options))
}

function readObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    return { ...read }
  } catch {
    return undefined
  }
}

function print(id: string | number | undefined, answer: Answer): string {
  const named = id === undefined ? {} : { id }
  if (answer.kind === 'refused') return JSON.stringify({ ...named, refused: refusal(answer) })
  const { result, certainty, because, steps, needsChecking, receipt } = answer
  const due = needsChecking.length > 0 ? { needsChecking } : {}
  return JSON.stringify({ ...named, result, certainty, because, steps, ...due, receipt })
}

function refusal({ refusal: kind, field, parameter, lowest, highest, say }: Refused): object {
  return { kind, field, parameter, lowest, highest, say }
}
