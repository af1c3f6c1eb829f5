import type { ConsentGiven, LeadDraft } from '../conversation/effect.ts'
import type { Reply } from '../conversation/reply.ts'
import type { LeadPromise } from '../conversation/turn.ts'
import type { Owner } from './agent.ts'
import type { LeadFact, LeadState, Priority } from './lead.ts'
import type { Trail } from './trail.ts'

/** Something that happened to a lead. `detail` never holds what a citizen typed; `actor` is a role or an agent's id. */
export interface FactRecord {
  readonly fact: LeadFact
  readonly actor: string
  readonly detail: string
  /** How the owner was found, with every `assigned`. */
  readonly trail?: Trail
}

/** By when an owner accepts, and by when they first call. */
export interface Deadlines {
  readonly acceptBefore: Date
  readonly callBefore: Date
}

/** A lead as a turn leaves it: a new one, or one this person left before, brought up to date. */
export interface LeadRecord extends Deadlines {
  readonly id: string
  readonly code: string
  readonly isNew: boolean
  readonly capturedAt: Date
  readonly priority: Priority
  readonly draft: LeadDraft
  readonly consents: readonly ConsentGiven[]
  readonly owner: Owner
  readonly meetingCode: string
  /** It went to this owner now: the agent must be told (again). */
  readonly isOffered: boolean
  readonly facts: readonly FactRecord[]
}

/** A lead of this person that is not closed, as their next capture sees it. */
export interface OpenLead extends Deadlines {
  readonly id: string
  readonly code: string
  readonly capturedAt: Date
  readonly priority: Priority
  readonly forWhom: LeadDraft['forWhom']
  readonly phone: string | undefined
  readonly owner: Owner
  readonly meetingCode: string
}

/** What the store knows of a person and a phone, before a lead is kept. */
export interface Standing {
  readonly openLeads: readonly OpenLead[] // this person's
  readonly leftToday: number // leads this person left today, closed ones too
  readonly isBlocked: boolean // somebody answered there and said: wrong number
  readonly openElsewhere: string | undefined // an open lead with that phone, left by another account
}

/** What is to be said about a lead now: to the agent who has it, and to the citizen when somebody else will call. */
export interface LeadToTell {
  readonly id: string
  readonly promise: LeadPromise
  readonly agent: AgentToTell | undefined // undefined: they know, or no agent has it
  /** The person who waits (by pseudonym), when somebody else will call than they were told. */
  readonly retellTo: PersonOnPage | undefined
  /** What went out to the agent before the program died may have arrived: until then its receipt is waited for. */
  readonly lookAgainAt: Date | undefined
  /** It is over and they were not asked yet how it went. */
  readonly isToRate: boolean
}

/** A citizen by pseudonym, and the page they wrote to. */
export interface PersonOnPage {
  readonly person: string
  readonly channel: 'messenger' | 'zalo' | 'bot-framework'
  readonly desk: string
  /** Their last words, by the platform's clock: the reply window runs from here. */
  readonly heardAt: Date | undefined
  readonly userId: string // the platform's: where a template may go
  readonly phone: string | undefined // E.164: and here
  readonly isTemplateTried: boolean
}

/** `token` opens the link; its hash is kept, and the token itself, sealed, until this notice is known to have gone. */
export interface AgentToTell {
  readonly id: string
  readonly phone: string // E.164
  readonly token: string
  readonly trackingId: string
}

/** How a lead came to its owners, with the names of everyone who was considered. */
export interface LeadStory {
  readonly code: string
  readonly state: LeadState
  readonly owner: Owner
  readonly commune: string // code
  readonly trails: readonly { readonly at: Date; readonly trail: Trail }[]
  readonly agents: ReadonlyMap<string, string> // names by id
  readonly desks: ReadonlyMap<string, string>
}

/** How telling went. */
export interface TellingRecord {
  readonly fact: FactRecord | undefined
  readonly replies: readonly Reply[] // to the citizen, already fitted
  /** How the citizen heard; undefined: not yet, the news waits for their next message. */
  readonly heard: 'chat' | 'template' | undefined
  /** The notice to the agent: `unclear` may have arrived. */
  readonly tried: 'no' | 'sent' | 'failed' | 'unclear'
  readonly next: 'done' | 'desk-must-act' | { readonly againAt: Date }
}
