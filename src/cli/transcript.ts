import { parse } from 'yaml'
import { z } from 'zod'
import type { Day } from '../policy/values.ts'
import type { Scene } from './rehearsal.ts'

const header = z.strictObject({ ngày: z.iso.date(), giờ: z.int().min(0).max(23).optional() })

export interface Line {
  readonly who: 'Dân' | 'Cán bộ'
  readonly written: string
  readonly said: string
  readonly afterMs: number | undefined
}

export interface Play {
  readonly today: Day
  readonly hour: number | undefined // at which it begins
  readonly head: string
  readonly lines: readonly Line[]
}

/**
 * A transcript is a play: a header, then lines that begin "Dân:" (or "Dân +1s:", so long after the one before); "Cán bộ:"
 * is a person of the desk who writes to them, or in brackets what became of that person, or that the agent has called.
 */
export function parseTranscript(text: string): Play {
  const [, front = '', body = ''] = text.split(/^---$/m)
  const { ngày: today, giờ: hour } = header.parse(parse(front))
  const lines = [...body.matchAll(/^(Dân|Cán bộ)(?: \+(\d+)s)?: (.*)$/gm)].map(
    ([written, who, seconds, said = '']) => ({
      who: who === 'Dân' ? ('Dân' as const) : ('Cán bộ' as const),
      written,
      said,
      afterMs: seconds === undefined ? undefined : Number(seconds) * 1_000,
    }),
  )
  return { today: today as Day, hour, head: text.slice(0, text.length - body.length), lines } // an ISO date by the schema
}

/** Writes a conversation the way a person would read it aloud. */
export function writeTranscript(head: string, turns: readonly { line: Line; scene: Scene }[]): string {
  return `${head}\n${turns.map(({ line, scene }) => writeScene(line, scene)).join('\n\n')}\n`
}

/** One message and everything said in answer to it. */
export function writeScene(line: Line, { replies, effects }: Scene): string {
  const said = replies.map(({ text, buttons }) => {
    const choices = buttons.length > 0 ? `\n     ${buttons.map(({ label }) => `[${label}]`).join(' ')}` : ''
    return `Bot: ${text.trim().replaceAll('\n', '\n     ')}${choices}`
  })
  const followed = effects.map(
    (effect) => `  → ${effect.do}${effect.do === 'call-a-person' ? ` (${effect.reason})` : ''}`,
  )
  return [line.written, ...said, ...followed].join('\n')
}
