import type { Reply } from './conversation/reply.ts'
import type { Asked, Judged, QuestionNote } from './conversation/question-note.ts'
import type { Said } from './conversation/said.ts'
import type { HandOver } from './hand-over/hand-over.ts'
import type { LeadRecord } from './leads/lead-record.ts'
import type { ScamReport } from './leads/trust-desk.ts'
import type { HeldData } from './conversation/held-data.ts'
import type { AgentErasure, DataWish, ErasedTally } from './leads/personal-data.ts'
import type { ChannelName, Correspondent, Sent } from './ports.ts'

export type { LeadStore, TimeKept } from './leads/lead-store.ts'

// What the work loop (src/work) needs of a store. One implementation, on two databases: src/adapters/postgres.

/** A message that is kept and not yet answered. */
export interface WaitingEvent {
  readonly id: string
  readonly said: Said
  readonly sentAt: Date
  /** Said while another app, the platform's own inbox say, has the thread. */
  readonly isOverheard?: boolean
}

/** Where a talk stands when a turn starts. `person` is our pseudonym; `version` is 0 before the first turn. */
export interface Conversation {
  readonly person: string
  readonly who: Correspondent
  readonly session: string | undefined
  readonly version: number
  readonly waiting: readonly WaitingEvent[] // oldest first by the platform's clock
  /** A person of the desk has this talk, or is waited for. */
  readonly handOver?: Pick<HandOver, 'id' | 'state' | 'answerBy'>
}

/** What a turn changes about who has the talk. `words`: what the citizen said to the person, secrets covered. */
export type HandOverChange =
  | {
      readonly kind: 'opened'
      readonly id: string
      readonly answerBy: Date
      readonly words: readonly string[]
    }
  | { readonly kind: 'heard'; readonly id: string; readonly words: readonly string[] }
  | { readonly kind: 'closed'; readonly id: string; readonly why: string }

/** Everything one turn leaves behind. A failed turn leaves the session as it was and says why it died. */
export interface TurnRecord {
  readonly person: string
  readonly channel: ChannelName
  readonly version: number // the one the turn started from
  readonly session: string | undefined // undefined: unchanged
  readonly answered: readonly string[] // ids of the events this turn was about
  readonly heardAt: Date | undefined // the last of them, by the platform's clock: the reply window runs from here
  readonly replies: readonly Reply[] // already fitted to the channel
  readonly leads: readonly LeadRecord[]
  readonly notices: readonly StaffNotice[]
  readonly notes: readonly QuestionNote[]
  readonly handOvers?: readonly HandOverChange[]
  readonly wishes?: readonly DataWish[] // about their own data
  readonly scamReports?: readonly ScamReport[] // where strange callers were, never whom they called
  readonly died?: string
}

/** Something a person at the province's desk must see. Never holds what a citizen typed. */
export interface StaffNotice {
  readonly kind:
    | 'call-a-person'
    | 'nobody-came'
    | 'lead-unassigned'
    | 'lead-not-told'
    | 'lead-late'
    | 'wrong-meeting-code'
    | 'bad-rating'
    | 'erase-request'
    | 'turn-died'
  readonly detail: string
  readonly lead?: string
}

/** A question that somebody asked, as it may be kept and read. */
export interface QuestionRecord {
  readonly askedAt: Date
  readonly channel: ChannelName
  readonly desk: string // the page; '' where it was not kept
  readonly programme?: string
  readonly words: string
  readonly outcome: Asked['outcome']
  readonly shown: readonly string[]
  readonly verdict?: Judged['verdict']
  readonly chosen?: string
}

export type Wanted = 'to-mend' | 'not-ours' | 'all'

export interface QuestionStore {
  /** Newest first, so many at most; `to-mend`: not understood, or not what was meant; `not-ours`: declined as none of ours. */
  list(which: Wanted, most: number, since?: Date): Promise<readonly QuestionRecord[]>
}

export interface TurnStore {
  load(people: readonly string[]): Promise<readonly Conversation[]>
  /** Whole or not at all. `saved` is false when someone else saved first; `more` when messages still wait. */
  commit(turn: TurnRecord): Promise<{ readonly saved: boolean; readonly more: boolean }>
}

/** One message to a citizen on its way out. */
export interface Outbound {
  readonly id: string
  readonly person: string
  readonly to: Correspondent
  readonly reply: Reply
  readonly attempts: number // this one included
  readonly writtenAt: Date
  readonly heardAt: Date | undefined // when the person last said something that was answered
  readonly cause?: string | undefined // the event it answers
}

/** `untried`: it does not count as an attempt. `unclear`: it may have arrived all the same. */
export interface HowTried {
  readonly untried?: boolean | undefined
  readonly unclear?: boolean | undefined
}

/** Messages to citizens, strictly in order per person. */
export interface Outbox {
  /**
   * Marks what is due for these people as being sent, and answers it oldest first. What another try left in the open
   * is not touched before `echoWithinMs` have passed since: until then its echo may come.
   */
  claim(people: readonly string[], echoWithinMs?: number): Promise<readonly Outbound[]>
  settle(message: Outbound, sent: Exclude<Sent, { readonly kind: 'try-later' }>): Promise<void>
  /** Not now: this one and all after it wait until then. */
  putBack(message: Outbound, until: Date, how?: HowTried): Promise<void>
}

/** A hand-over whose time has come, with the talk as it stands: nothing of it waits for an answer. */
export interface DueHandOver {
  readonly handOver: HandOver
  readonly talk: Conversation
}

/** Talks that a person of the desk has, or is waited for, on the clock. What opens and closes them is part of a turn. */
export interface HandOverStore {
  /** Undefined when it is over. */
  load(id: string): Promise<DueHandOver | undefined>
  /** Somebody looks at it again then. */
  lookAgain(id: string, at: Date): Promise<void>
  /** Ends it without a word. */
  close(id: string, why: string): Promise<void>
}

/** What people may ask about their own data, by pseudonym. */
export interface PersonalData {
  held(person: string): Promise<HeldData>
  find(who: Correspondent): Promise<string | undefined>
  /** Forgets a person, for good. */
  erase(person: string): Promise<ErasedTally>
  /** Forgets those who asked in the chat and have their receipt; answers how many. */
  eraseAsked(): Promise<number>
  /** After a backup was put back: forgets again who was forgotten. */
  eraseAgain(): Promise<number>
  /** Everything we hold about one person, for them. */
  export(person: string): Promise<object>
  /** What this agent must delete and has not confirmed, oldest first. */
  agentErasures(agent: string): Promise<readonly AgentErasure[]>
  confirmErasure(agent: string, id: number): Promise<boolean>
}

/** Each platform has its own way out: one that is slow holds up nobody else. */
export type QueueName = 'inbound' | `outbound-${ChannelName}` | 'lead-deliver' | 'hand-over'

/** Work to look at: `key` names the person or the lead. The same key never runs twice at once. */
export interface Job {
  readonly id: string
  readonly key: string
  readonly isLastAttempt: boolean
}

export interface Queues {
  /** `again` asks for another attempt later; after the last one the key is stuck until it is freed. */
  work(
    queue: QueueName,
    handle: (jobs: readonly Job[]) => Promise<readonly ('done' | 'again')[]>,
  ): Promise<void>
  /** Keys held up because every attempt failed or the process died in it, and how often they were freed before. */
  stuck(queue: QueueName): Promise<readonly StuckKey[]>
  /** Lets a stuck key go on, with a fresh job. */
  free(queue: QueueName, stuck: StuckKey): Promise<void>
  /** Waits for the jobs in hand, then takes no more. */
  stop(): Promise<void>
}

export interface StuckKey {
  readonly key: string
  readonly freedBefore: number
}
