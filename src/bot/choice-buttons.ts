import type { Choice } from '../conversation/journey.ts'
import { payload } from '../conversation/meant-by.ts'
import type { Button } from '../conversation/reply.ts'
import type { Speaker } from './speaker.ts'

/** The buttons of a question. Those of a consent carry the one-time code, others the words they stand for. */
export function choiceButtons(
  speaker: Speaker,
  journey: string,
  choices: readonly Choice[],
  code: string | undefined,
): readonly Button[] {
  const labels = choices.map((choice) =>
    'key' in choice ? speaker.journey(journey, [choice.key], {}).join(' ') : choice.label,
  )
  if (code === undefined) return labels.map((label) => ({ label, payload: payload.choose(label) }))
  const [agree = '', refuse = ''] = labels
  return [
    { label: agree, payload: payload.agree(code) },
    { label: refuse, payload: payload.refuse(code) },
  ]
}
