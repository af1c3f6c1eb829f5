import type { Day } from '../policy/values.ts'
import type { AnswerText } from './revision.ts'

/** The files' answers with published revisions in their places; new ones at the end. */
export function overlaid(
  files: readonly AnswerText[],
  published: readonly AnswerText[],
): readonly AnswerText[] {
  const instead = new Map(published.map((text) => [text.id, text]))
  const known = new Set(files.map(({ id }) => id))
  return [
    ...files.map((text) => instead.get(text.id) ?? text),
    ...published.filter(({ id }) => !known.has(id)),
  ]
}

/** May it be said on that day? */
export function isServed({ status, from, until }: AnswerText, on: Day): boolean {
  return status === 'approved' && (from === undefined || from <= on) && (until === undefined || on <= until)
}
