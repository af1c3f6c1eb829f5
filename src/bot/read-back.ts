import type { Journey, Progress } from '../conversation/journey.ts'
import type { World } from '../../dialogs/world.ts'
import type { Speaker } from './speaker.ts'

type Answers = Progress['answers']

/** What was taken from a message before anything was asked, a line each: a figure read wrong would decide the rest, or has decided. */
export function readBack(
  speaker: Speaker,
  journey: Journey<World>,
  known: Answers,
  decides: boolean,
): readonly string[] {
  const lines = Object.entries(known).flatMap(([name, value]) => {
    const words = inWords(speaker, journey, name, value)
    return words === '' ? [] : [`- ${speaker.journey(journey.id, [`edit.${name}`], {}).join(' ')}: ${words}`]
  })
  return lines.length === 0
    ? []
    : speaker.home(decides ? 'read-back.whole' : 'read-back', { lines: lines.join('\n') })
}

function inWords(speaker: Speaker, { id, questions }: Journey<World>, name: string, value: unknown): string {
  const told = questions[name]?.inWords?.(value)
  if (told !== undefined) return told
  const key = `${name}.${value === true ? 'yes' : value === false ? 'no' : String(value)}`
  return speaker.has(id, key) ? speaker.journey(id, [key], {}).join(' ') : ''
}
