import type { Day } from '../policy/values.ts'

/** Proof that a person agreed, as the conversation saw it. The host adds when, on which channel and who (a pseudonym). */
export interface ConsentGiven {
  readonly purpose: 'call-back'
  /** Who agreed: the person who writes, or the parent or spouse who was handed the phone. */
  readonly by: 'self' | 'parent' | 'spouse'
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

/** What holds a person back, for the agent's talking points; "expiring": a health card that runs out soon. */
export const worries = ['cost', 'years', 'benefit', 'paperwork', 'trust', 'expiring'] as const
export type Worry = (typeof worries)[number]

/** How a person lives, for the agent's talking points. */
export const personas = ['farmer', 'trader', 'worker', 'student', 'home', 'older'] as const
export type Persona = (typeof personas)[number]

/** What the citizen told us, once they agreed to be called. Nothing here is asked before consent. */
export interface LeadDraft {
  readonly forWhom: 'self' | 'parent' | 'spouse' | 'child'
  /** Whose phone it is: the writer's, or the parent's or spouse's, who then agreed for themselves. */
  readonly contact: 'writer' | 'beneficiary'
  readonly addressAs: string // as typed: "cô Lan"
  readonly phone: string | undefined // E.164, read back and confirmed; undefined: only in this chat
  readonly commune: { readonly code: string; readonly name: string; readonly province: string }
  readonly programme: string // a Programme, "general" when not said
  readonly bestTime: 'morning' | 'afternoon' | 'evening' | 'any'
  readonly worry: Worry | undefined
  readonly persona: Persona | undefined
  readonly explained: readonly string[] // titles of the answers already given
  readonly quote?: FrozenQuote
}

/** What citizens ask of the lead they left. */
export type LeadWish = 'status' | 'cancel' | 'wrong-code' | 'rate-good' | 'rate-fair' | 'rate-bad'

/** What somebody says of the person they ask about: all of it must belong to one agent. */
export interface AgentClue {
  readonly name?: string | undefined // as typed, titles left out
  readonly phone?: string | undefined // E.164
  readonly card?: string | undefined // letters and digits only, upper case
}

/** Where a person lives, for whoever looks something up there. */
export interface CommuneNamed {
  readonly code: string
  readonly name: string
  readonly province: string // name
}

/** How sure it is that a caller was a swindler. */
export const scamVerdicts = ['scam', 'likely', 'unsure'] as const
export type ScamVerdict = (typeof scamVerdicts)[number]

/** What the host must do afterwards. A journey names an effect; it never performs one. */
export type Effect =
  /** Their lead: who calls and when, cancel it, how it went, or somebody came with a wrong code. */
  | { readonly do: 'about-lead'; readonly what: LeadWish }
  | { readonly do: 'capture-lead'; readonly lead: LeadDraft; readonly consents: readonly ConsentGiven[] }
  /** Is that one of our agents? */
  | { readonly do: 'verify-agent'; readonly clue: AgentClue }
  /** The code that a caller said first, to be compared with the one of their lead. */
  | { readonly do: 'check-meeting-code'; readonly code: string }
  | { readonly do: 'change-call-time'; readonly bestTime: LeadDraft['bestTime'] }
  | { readonly do: 'find-points'; readonly commune: CommuneNamed }
  /** Somebody was called by a likely swindler: where, never who. */
  | {
      readonly do: 'report-scam'
      readonly commune: string | undefined // code
      readonly pattern: string | undefined // id
      readonly verdict: ScamVerdict
    }
  /** Someone of the desk is to answer; `safety`: somebody is in danger, and the bot goes on talking. */
  | { readonly do: 'call-a-person'; readonly reason: 'asked' | 'handoff' | 'safety' }
  /** A person of the desk had the talk; now it is the bot's again. */
  | { readonly do: 'leave-person'; readonly why: 'menu' | 'stop' | 'button' }
  /** Say what is held about this person. */
  | { readonly do: 'show-my-data' }
  /** They take back their consent, or want to be forgotten. */
  | { readonly do: 'data-request'; readonly kind: 'withdraw' | 'erase' }
