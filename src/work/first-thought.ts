import type { WaitingEvent } from '../work-ports.ts'

const SAME_THOUGHT_MS = 2000

/**
 * The oldest waiting message, with those that belong to the same thought: typed words, each at most two seconds after
 * the one before by the platform's clock, not by when we get to them. A tap or a sticker is a thought of its own.
 */
export function firstThought(
  waiting: readonly WaitingEvent[],
): readonly [WaitingEvent, ...WaitingEvent[]] | undefined {
  const [first, ...rest] = waiting
  if (!first) return undefined
  const end = rest.findIndex((event, i) => !continues(waiting[i] ?? first, event))
  return [first, ...(end === -1 ? rest : rest.slice(0, end))]
}

function continues(before: WaitingEvent, event: WaitingEvent): boolean {
  const apart = event.sentAt.getTime() - before.sentAt.getTime()
  return isTyped(before) && isTyped(event) && apart <= SAME_THOUGHT_MS
}

function isTyped({ said }: WaitingEvent): boolean {
  return said.kind === 'words' && said.payload === undefined
}
