import type { ConsentGiven, LeadDraft } from '../conversation/effect.ts'
import type { Reply } from '../conversation/reply.ts'
import type { LeadPromise } from '../conversation/turn.ts'
import type { LeadFact } from './lead.ts'

/** Something that happened to a lead. `detail` never holds what a citizen typed; `actor` is a role or an agent's id. */
export interface FactRecord {
  readonly fact: LeadFact
  readonly actor: string
  readonly detail: string
}

/** A lead as a turn leaves it: a new one, or one this person left before, brought up to date. */
export interface LeadRecord {
  readonly id: string
  readonly code: string
  readonly isNew: boolean
  readonly capturedAt: Date
  readonly callBefore: Date
  readonly draft: LeadDraft
  readonly consent: ConsentGiven
  readonly agentId: string | undefined
  /** The agent must be told (again): the lead is new to them. */
  readonly tellAgent: boolean
  readonly facts: readonly FactRecord[]
}

/** A lead that is not closed, as the next capture by the same person sees it. */
export interface OpenLead {
  readonly id: string
  readonly code: string
  readonly forWhom: LeadDraft['forWhom']
  readonly phone: string
  readonly commune: string // code
  readonly callBefore: Date
  readonly agentId: string | undefined
}

/** What is to be said about a lead now: to the agent who has it, and to the citizen when somebody else will call. */
export interface LeadToTell {
  readonly id: string
  readonly promise: LeadPromise
  readonly agent: AgentToTell | undefined // undefined: they know, or nobody has it
  /** The person who waits (by pseudonym), when somebody else will call than they were told. */
  readonly retellTo: PersonOnPage | undefined
}

/** A citizen by pseudonym, and the page they wrote to. */
export interface PersonOnPage {
  readonly person: string
  readonly channel: 'messenger' | 'zalo'
  readonly desk: string
}

/** `token` opens the link; only its hash is kept. */
export interface AgentToTell {
  readonly id: string
  readonly phone: string // E.164
  readonly token: string
  readonly trackingId: string
}

/** How telling went. */
export interface TellingRecord {
  readonly fact: FactRecord | undefined
  readonly replies: readonly Reply[] // to the citizen, already fitted
  readonly next: 'done' | 'desk-must-act' | { readonly againAt: Date }
}
