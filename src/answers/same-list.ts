import { isSameText } from './file-text.ts'
import type { AnswerText } from './revision.ts'

/** What the search reads of an answer; the rest may change without a new index. */
function askedOf({ id, title, topics, ask, body, programme }: AnswerText): AnswerText {
  return { ...blank, id, title, topics, ask, body, programme }
}
const blank = { status: 'approved', checked: '', law: [], related: [] } as const satisfies Partial<AnswerText>

type Alike = (one: AnswerText, other: AnswerText | undefined) => boolean

export const isAskedAlike: Alike = (one, other) =>
  other !== undefined && isSameText(askedOf(one), askedOf(other))

/** The same answers in the same order; what is the very same object is not looked at. */
export function isSameList(
  some: readonly AnswerText[],
  others: readonly AnswerText[],
  isAlike: Alike = isSameText,
): boolean {
  if (some === others) return true
  return some.length === others.length && some.every((one, i) => one === others[i] || isAlike(one, others[i]))
}
