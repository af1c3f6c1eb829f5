import type { LeadDraft } from '../conversation/effect.ts'
import type { Day } from '../policy/values.ts'
import type { FactRecord, LeadRecord } from './lead-record.ts'
import type { LeadOutcome, LeadState } from './lead.ts'

/** A lead with what became of it so far: written as a whole, as when a month of a demo is laid down. */
export interface PastLead extends Pick<
  LeadRecord,
  'id' | 'code' | 'capturedAt' | 'acceptBefore' | 'callBefore'
> {
  readonly user: string // the citizen's id on the channel
  readonly draft: LeadDraft
  readonly agent: string // id
  readonly meetingCode: string
  readonly state: LeadState
  readonly acceptedAt: Date | undefined
  readonly outcome: PastOutcome | undefined
  readonly facts: readonly (Pick<FactRecord, 'fact' | 'actor' | 'detail'> & { readonly at: Date })[]
}

export interface PastOutcome {
  readonly kind: LeadOutcome
  readonly at: Date
  readonly joined?: { readonly programme: string; readonly months: number; readonly from: Day } | undefined
}
