import type { Day } from '../policy/values.ts'

/** Proof that a person agreed, as the conversation saw it. The host adds when, on which channel and who (a pseudonym). */
export interface ConsentGiven {
  readonly purpose: 'call-back'
  readonly textVersion: string // names the exact wording shown
  readonly textHash: string // SHA-256 of that wording, hex
  readonly how: 'button' | 'words'
  readonly given: string // the button's payload, or the words exactly as typed
}

/** A sum as it was shown to the citizen, kept so that the agent never contradicts the bot. */
export interface FrozenQuote {
  readonly on: Day
  readonly say: string // the lines the citizen read
  readonly receipt: string // recomputes the same sum later
}

/** What the citizen told us, once they agreed to be called. Nothing here is asked before consent. */
export interface LeadDraft {
  readonly forWhom: 'self' | 'family'
  readonly addressAs: string // as typed: "cô Lan"
  readonly phone: string // E.164, read back and confirmed
  readonly commune: { readonly code: string; readonly name: string; readonly province: string }
  readonly programme: string // a Programme, "general" when not said
  readonly bestTime: 'morning' | 'afternoon' | 'evening' | 'any'
  readonly explained: readonly string[] // titles of the answers already given
  readonly quote?: FrozenQuote
}

/** What the host must do afterwards. A journey names an effect; it never performs one. */
export type Effect =
  | { readonly do: 'capture-lead'; readonly lead: LeadDraft; readonly consent: ConsentGiven }
  | { readonly do: 'call-a-person'; readonly reason: string }
