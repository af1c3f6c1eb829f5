import type { InForce } from './policy-book.ts'
import type { NeedsChecking } from './stale.ts'
import type { Certainty, Citation, Day } from './values.ts'

/** One line of "Vì sao ra số này?": what, its value as printed, and the act and day it rests on. */
export interface Step {
  readonly what: string
  readonly value: string
  readonly from?: Day
  readonly act?: string
}

/** A sum, with everything needed to prove it. `certainty` is the weakest of the values used. */
export interface Computed<Result> {
  readonly kind: 'computed'
  readonly result: Result
  readonly certainty: Certainty
  readonly because: readonly Citation[]
  readonly steps: readonly Step[]
  /** The values past their check-by day: the sum is said with a warning that names them, and a person is offered. */
  readonly needsChecking: readonly NeedsChecking[]
  /** Every value taken from the book: what a receipt keeps. */
  readonly used: readonly InForce[]
}

/** Why there is no sum. `say` is Vietnamese, for the person who asked. */
export interface Refused {
  readonly kind: 'refused'
  readonly refusal: 'missing-field' | 'bad-field' | 'out-of-range' | 'not-in-force' | 'unconfirmed'
  readonly field?: string
  readonly parameter?: string
  readonly lowest?: number
  readonly highest?: number
  readonly say: string
}

export type Outcome<Result> = Computed<Result> | Refused
