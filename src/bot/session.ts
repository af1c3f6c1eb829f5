import { z } from 'zod'
import { personas } from '../conversation/effect.ts'
import { programmes } from '../faq/faq-entry.ts'

const button = z.object({ label: z.string(), payload: z.string() })
const quote = z.object({
  on: z.custom<`${number}-${number}-${number}`>((day) => typeof day === 'string'),
  say: z.string(),
  receipt: z.string(),
})

/** What a talk remembers between turns, besides the journey that botbuilder keeps under `dialogs`. */
const memory = z.object({
  v: z.literal(1),
  greeted: z.boolean(),
  dialogs: z.record(z.string(), z.unknown()).nullable(),
  offered: z.array(button), // the choices shown last: taps, labels and numbers refer to them
  misses: z.int(), // not understood in a row, in the same place
  instead: z.array(z.string()).default([]), // ids of the next likely answers, should those shown not be the one meant
  programme: z.enum(programmes).optional(),
  persona: z.enum(personas).optional(), // how they live, where they told it by themselves
  question: z.object({ key: z.string(), isOpen: z.boolean() }).optional(), // the last one noted; open: choices are shown
  period: z.object({ from: quote.shape.on, to: quote.shape.on, said: z.string() }).optional(), // the time it is about, not today
  answers: z.int().default(0), // given since we last asked whether one was right
  explained: z.array(z.string()),
  expectsCode: z.boolean().default(false), // a call was promised, with a meeting code
  grievance: z.boolean().default(false), // what was spoken of last is a complaint, or an employer's debt
  quote: quote.optional(),
  /** What "vì sao ra số này?" is about: the sums shown last, or the answer whose numbers were. */
  shown: z
    .object({
      on: quote.shape.on,
      receipts: z.array(z.string()).optional(),
      entry: z.string().optional(),
      told: z.int().optional(),
    })
    .optional(),
  /** The journey that showed that sum: an answer can still be taken back. */
  finished: z.object({ journey: z.string(), answers: z.record(z.string(), z.unknown()) }).optional(),
})

const session = memory.extend({
  /** The last typed thought, and the talk before it: more words within two seconds belong to it. */
  last: z
    .object({ text: z.string(), at: z.number(), key: z.string(), understood: z.boolean(), before: memory })
    .optional(),
})

export type Memory = z.output<typeof memory>
export type Session = z.output<typeof session>

const newMemory: Memory = {
  v: 1,
  greeted: false,
  dialogs: null,
  offered: [],
  misses: 0,
  instead: [],
  answers: 0,
  explained: [],
  expectsCode: false,
  grievance: false,
}

/** Reads a saved session; one that a release can no longer read starts over, politely. */
export function readSession(text: string | undefined): { session: Session; isUnreadable: boolean } {
  if (text === undefined) return { session: newMemory, isUnreadable: false }
  const read = session.safeParse(parse(text))
  return read.success
    ? { session: read.data, isUnreadable: false }
    : { session: { ...newMemory, greeted: true }, isUnreadable: true }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
