import type { Answer } from '../../../src/faq/answer.ts'
import { isRefused, type Asked } from './ask-rows.ts'
import type { OffTopicRow } from './rows.ts'

/** Every miss with what decided it: how the message was read, and what spoke for the first three. */
export function missLines(
  asked: readonly Asked[],
  offTopic: readonly { readonly row: OffTopicRow; readonly answer: Answer; readonly right: boolean }[],
): readonly string[] {
  const questions = asked
    .filter(({ rank, answer }) => rank > 1 || isRefused(answer))
    .map(({ row, answer }) => missOf(row, row.topic, answer))
  const others = offTopic
    .filter(({ right }) => !right)
    .map(({ row, answer }) => missOf(row, row.accept.join('|'), answer))
  return [...questions, ...others]
}

function missOf(
  { id, text }: { readonly id: string; readonly text: string },
  wanted: string,
  { kind, because }: Answer,
): string {
  const ranked = because.ranked.map(({ id: entry, score, signals }) => {
    const told = Object.entries(signals).map(([signal, value]) => `${signal} ${value.toFixed(2)}`)
    return `    ${entry} ${score.toFixed(2)}: ${told.join(', ')}`
  })
  const mended = because.repaired.map(([typed, read]) => `${typed} → ${read}`).join(', ')
  return [
    `${id} wanted ${wanted}, ${kind} (ours ${because.ours.toFixed(2)}, sure ${because.sure.toFixed(2)}): ${text}`,
    `    asked: ${because.asked.join(' | ')}${mended ? `; mended: ${mended}` : ''}`,
    ...ranked,
  ].join('\n')
}
