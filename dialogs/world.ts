import type { FrozenQuote, Persona } from '../src/conversation/effect.ts'
import type { PolicyBook } from '../src/policy/policy-book.ts'
import type { Day } from '../src/policy/values.ts'
import type { ScamPattern } from '../src/leads/scam-pattern.ts'
import type { Places } from '../src/places/places.ts'

/** All a journey may know. No clock, no network: the same answers in the same world replay the same. */
export interface World {
  readonly today: Day
  readonly policy: PolicyBook
  readonly places: Places
  readonly home: string // code of the page's province
  readonly scams: readonly ScamPattern[]
  readonly code: string // one-time: consent buttons of this turn carry it
  readonly consent: ConsentText
  readonly talk: Talk
}

/** The wording a person agrees to: exactly as shown, with its name and hash. */
export interface ConsentText {
  readonly version: string
  readonly hash: string // SHA-256 of the wording, hex
  readonly agree: string // the button's words; typed exactly, they count too
  readonly refuse: string
  /** What a parent or spouse agrees to, who was handed the phone; under the same two buttons. */
  readonly beneficiary: { readonly version: string; readonly hash: string }
}

/** What was talked of so far, for the agent who will call. */
interface Talk {
  readonly programme: string
  readonly explained: readonly string[]
  readonly quote: FrozenQuote | undefined
  readonly persona?: Persona | undefined
}
