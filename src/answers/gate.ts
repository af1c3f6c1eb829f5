import type { Reply } from '../conversation/reply.ts'
import type { LawChange } from '../policy/law-change.ts'
import type { Day } from '../policy/values.ts'
import type { AnswerText } from './revision.ts'

/** One thing the gate found. `block`: such a text is not published. */
export interface Finding {
  readonly level: 'block' | 'warn'
  readonly say: string
}

export const causes = ['draft', 'other', 'choices'] as const
export type Cause = (typeof causes)[number]

/** Something that would be answered otherwise: a recorded question, a rehearsed one or talk, or the answer itself. */
export interface Change {
  readonly kind: 'answer' | 'asked' | 'case' | 'talk'
  /** `draft`: the draft is said, or no longer. `other`: another answer of ours instead. `choices`: only what is offered to choose from. */
  readonly cause: Cause
  readonly what: string
  readonly on: Day
  readonly before: string
  readonly after: string
}

/** What the gate says of a draft. */
export interface GateReport {
  readonly passed: boolean
  readonly findings: readonly Finding[]
  /** Ways of asking of all answers: how many, and how many find their answer before and after. */
  readonly golden: { readonly asked: number; readonly before: number; readonly after: number }
  /** What the draft itself does first; of each kind only so many are listed. */
  readonly changes: readonly Change[]
  /** How many there are, listed or not. */
  readonly counts: Readonly<Record<Cause, number>>
}

export interface ToCheck {
  /** Every answer as it is, also those out of service. */
  readonly texts: readonly AnswerText[]
  /** What was published over the law of the files. */
  readonly changes: readonly LawChange[]
  readonly draft: AnswerText
  readonly today: Day
  /** What people asked lately, personal data left out. */
  readonly asked: readonly string[]
}

/** What is served now, asked beforehand what every draft is compared with. */
export type ToWarm = Omit<ToCheck, 'draft'>

export interface ToTry {
  readonly texts: readonly AnswerText[]
  readonly changes: readonly LawChange[]
  readonly draft?: AnswerText | undefined
  readonly on: Day
  readonly channel: 'zalo' | 'messenger'
  readonly said: string
  readonly payload?: string | undefined
  readonly session?: string | undefined
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Why an answer was the one: never shown to a citizen. */
export interface Why {
  readonly kind: string
  /** How sure that it is a question to us, and that the first is meant; 0 to 1. */
  readonly ours: number
  readonly sure: number
  readonly repaired: readonly string[]
  /** The ways of asking and answers most like it, best first. */
  readonly likely: readonly {
    readonly id: string
    readonly title: string
    readonly score: number
    readonly phrase: string
    readonly signals: Readonly<Record<string, number>>
  }[]
}

export interface Tried {
  readonly replies: readonly Reply[]
  readonly session: string
  readonly why: Why | undefined // undefined: a button was tapped
  /** The steps of the sum, or the numbers of the law the answer quotes. */
  readonly steps: readonly string[]
}

/** Checks and rehearsals of drafts, beside the program: they take seconds. */
export interface Workshop {
  check(given: ToCheck): Promise<GateReport>
  /** Somebody has opened a draft: their first check then takes half as long. */
  warm(given: ToWarm): Promise<void>
  tryOut(given: ToTry): Promise<Tried>
  close(): Promise<void>
}
