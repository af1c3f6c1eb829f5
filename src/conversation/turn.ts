import type { Day } from '../policy/values.ts'
import type { Effect } from './effect.ts'
import type { QuestionNote } from './question-note.ts'
import type { Reply } from './reply.ts'
import type { Said } from './said.ts'

/** One message of a thought: several short ones within two seconds of the platform's clock are one thought. */
export interface Heard {
  readonly said: Said
  readonly sentAt: Date
}

/** Everything a turn may know. Same input, same output: no clock, no network, no store, no randomness. */
export interface TurnInput {
  readonly heard: readonly [Heard, ...Heard[]]
  readonly session: string | undefined
  readonly today: Day
  /** A fresh random code (hex, ≥ 8 characters): consent buttons shown in this turn carry it. */
  readonly code: string
}

/** One thought in, everything that follows from it out. Nothing is sent and nothing is saved in here. */
export interface Turn {
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
  readonly notes: readonly QuestionNote[]
  /** Save this and hand it back with the next message. It is JSON text: nothing else survives between turns. */
  readonly session: string
}

/** Who will call, and by when: told to the citizen in the same turn that captured the lead. */
export interface LeadPromise {
  readonly leadCode: string
  readonly addressAs: string
  readonly callBefore: Date
  /** Absent when nobody covers the commune yet: then the province's desk calls. */
  readonly agent?: { readonly name: string; readonly organisation: string }
}

export interface Bot {
  runTurn(input: TurnInput): Promise<Turn>
  sayPromise(promise: LeadPromise): readonly Reply[]
  /** The one kind sentence, with the hotline, when a turn failed. */
  saySorry(): Reply
}
