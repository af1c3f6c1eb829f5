import { parseArgs } from 'node:util'
import { readDay } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'

/** A command was called wrongly: exit code 2, the message on stderr, nothing on stdout. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage'
}

export interface Arguments {
  readonly words: readonly string[]
  readonly on: Day | undefined
  readonly jsonl: boolean
  readonly dryRun: boolean
  readonly withWords: boolean
  readonly channel: 'zalo' | 'messenger'
  readonly person: string | undefined
}

/** Reads what follows the command's name; throws BadUsage naming the argument that is wrong. */
export function readArguments(given: readonly string[]): Arguments {
  const { values, positionals } = parse(given)
  const { channel = 'zalo' } = values
  if (channel !== 'zalo' && channel !== 'messenger') throw new BadUsage('--channel: zalo or messenger')
  return {
    words: positionals,
    on: values.on === undefined ? undefined : dayOf(values.on),
    jsonl: values.jsonl ?? false,
    dryRun: values['dry-run'] ?? false,
    withWords: values['with-words'] ?? false,
    channel,
    person: values.person,
  }
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        jsonl: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        person: { type: 'string' },
        'with-words': { type: 'boolean' },
        channel: { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error))
  }
}

function dayOf(text: string): Day {
  const day = readDay(text)
  if (day === undefined) throw new BadUsage(`--on: not a day like 2026-11-22: ${text}`)
  return day
}
