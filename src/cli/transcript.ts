import { parse } from 'yaml'
import { z } from 'zod'
import type { Day } from '../policy/values.ts'
import type { Scene } from './rehearsal.ts'

const header = z.strictObject({ ngày: z.iso.date() })

export interface Line {
  readonly written: string
  readonly said: string
  readonly afterMs: number | undefined
}

/** A transcript is a play: a header, then lines that begin "Dân:" (or "Dân +1s:", so long after the one before). */
export function parseTranscript(text: string): { today: Day; head: string; lines: readonly Line[] } {
  const [, front = '', body = ''] = text.split(/^---$/m)
  const { ngày: today } = header.parse(parse(front))
  const lines = [...body.matchAll(/^Dân(?: \+(\d+)s)?: (.*)$/gm)].map(([written, seconds, said = '']) => ({
    written,
    said,
    afterMs: seconds === undefined ? undefined : Number(seconds) * 1_000,
  }))
  return { today: today as Day, head: text.slice(0, text.length - body.length), lines } // an ISO date by the schema
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
