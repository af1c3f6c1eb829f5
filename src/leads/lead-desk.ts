import type { LeadDraft } from '../conversation/effect.ts'
import type { Acted } from './agent-desk.ts'
import type { Owner } from './agent.ts'
import type { LeadAct } from './lead-acts.ts'
import type { LeadStory } from './lead-record.ts'
import type { LeadFact, LeadOutcome, LeadState, LeadView, Priority } from './lead.ts'
import type { Verdict } from './trail.ts'
import type { Reach, Viewer } from './viewer.ts'

/** `desk`: open, and no agent has it; `late`: time ran out before the first call. */
export const leadLists = ['desk', 'late', 'open', 'closed', 'all'] as const
export type LeadListName = (typeof leadLists)[number]

export interface LeadQuery {
  readonly which: LeadListName
  readonly commune?: string | undefined // code
  readonly find?: string | undefined // of a lead's code or its agent's name, without tone marks
  readonly before?: string | undefined // id of the last line that was read
  readonly most: number
}

/** A lead as the desks see one without asking for more: nothing about the citizen. */
export interface DeskLead {
  readonly id: string
  readonly code: string
  readonly capturedAt: Date
  readonly commune: string // code
  readonly programme: string
  readonly owner: Owner
  readonly state: LeadState
  readonly priority: Priority
  readonly acceptBefore: Date
  readonly callBefore: Date
  readonly isLate: boolean
  readonly outcome: LeadOutcome | undefined
  readonly rating: number | undefined
}

/** Whether there is still something to show: the consent holds, and the person was not erased. */
export type Keeping = 'held' | 'withdrawn' | 'erased'

/** One lead with its past; words that somebody typed are not in it. */
export interface DeskLeadCard extends DeskLead {
  readonly isByChat: boolean // they left no phone
  readonly keeping: Keeping
  readonly appointment: Date | undefined
  readonly notReached: number
  readonly story: LeadStory
  readonly facts: readonly {
    readonly fact: LeadFact
    readonly at: Date
    readonly actor: string
    readonly agent: string | undefined // its name, when that is who it was
    readonly outcome: LeadOutcome | undefined
  }[]
}

/** An agent who covers the lead's commune, and how the rules would see them now. */
export interface AgentChoice {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly open: number
  readonly capacity: number
  readonly verdict: Verdict
  readonly isOwner: boolean
}

export type Staff = Extract<Viewer, { kind: 'staff' }>

/** Why the details of a lead are not shown. */
export type NotShown = 'not-there' | 'erased' | 'withdrawn' | 'an-agents' | 'closed'
/** How giving by hand went. `cannot-take`: that agent does not cover the commune, or may not get leads now. */
export type Given = Acted | 'not-there' | 'cannot-take' | 'by-chat' | 'needs-reason'

/** Where a citizen lives, as a desk found out; `route`: whom the rules choose there gets the lead at once. */
export interface CommuneGiven {
  readonly commune: LeadDraft['commune']
  readonly route: boolean
}
export type CommuneSet = 'done' | 'repeated' | 'not-there' | 'not-now' | 'known-already'

/** What a desk does with a lead of its own. */
export type DeskAct = Exclude<LeadAct, { do: 'decline' | 'hand-on' }>

/** The desks' way to leads. Whatever lies outside somebody's reach is not there for them. */
export interface LeadDesk {
  /** Newest first. */
  list(reach: Reach, query: LeadQuery): Promise<readonly DeskLead[]>
  /** Codes of communes that leads come from. */
  communes(reach: Reach): Promise<readonly string[]>
  find(reach: Reach, id: string): Promise<DeskLeadCard | undefined>
  /** What the citizen told, written down as shown, with the reason. Only of open leads that a desk has. */
  reveal(who: Staff, id: string, reason: string): Promise<LeadView | NotShown>
  act(who: Staff, id: string, act: DeskAct, key: string): Promise<Acted | 'not-there'>
  /** Of a lead that a desk has and whose commune nobody knew. */
  setCommune(who: Staff, id: string, given: CommuneGiven, key: string): Promise<CommuneSet>
  agents(reach: Reach, id: string): Promise<readonly AgentChoice[] | undefined>
  /** Gives an open lead to an agent; the reason is needed when it is taken from another one. */
  give(
    who: Staff,
    id: string,
    to: { readonly agent: string; readonly reason: string },
    key: string,
  ): Promise<Given>
}
