import type { ColumnType, Generated } from 'kysely'
import type { AgentState, Owner, PointState } from '../../../leads/agent.ts'
import type { LeadFact, LeadOutcome, LeadState, Priority } from '../../../leads/lead.ts'
import type { ChannelName } from '../../../ports.ts'
import type { Day } from '../../../policy/values.ts'

// Columns named sealed_… are encrypted with the data key of the person (or agent) they are about. Days are text.

export interface LeadRow {
  id: string
  code: string
  /** Null once the person is erased: then the row only counts, and no query that joins person sees it. */
  person_id: ColumnType<string, string, string | null>
  agent_id: string | null // exactly when owner is 'agent'
  owner: Owner['kind']
  owner_ref: string | null // id of the officer or the office
  owner_name: string | null
  state: LeadState
  priority: Generated<Priority>
  commune_code: string
  programme: string
  for_whom: string
  sealed_details: string
  sealed_meeting_code: string | null
  phone_hash: string | null // null: to be answered in the chat
  captured_at: Date
  offered_at: Date
  accept_before: Date
  call_before: Date
  accepted_at: Date | null
  first_call_at: Date | null
  appointment_at: Date | null
  not_reached: Generated<number>
  reminded_at: Date | null
  reassigned: Generated<number> // because time ran out
  supervisor_told_at: Date | null
  outcome: LeadOutcome | null
  outcome_at: Date | null
  outcome_reason: string | null
  joined_programme: string | null
  joined_months: number | null
  joined_from: Day | null
  closed_at: Date | null
  source: string | null
  channel: Generated<string> // the page it came from
  desk: Generated<string>
  rating: number | null
  rated_at: Date | null
}

export interface LeadFactRow {
  id: Generated<number>
  lead_id: string
  fact: LeadFact
  actor: string
  detail: string
  key: string | null // names one tap: the same key twice is one act
  trail: string | null // JSON of leads/trail.ts
  sealed_note: string | null
  at: Date
}

/** Proof of a consent. It outlives the person's data: `pseudonym` stays when `person_id` is gone. */
export interface ConsentRow {
  id: Generated<number>
  person_id: string | null
  pseudonym: string
  lead_id: string | null
  channel: ChannelName
  purpose: string
  given_by: 'self' | 'parent' | 'spouse'
  text_version: string
  text_hash: string
  how: string
  sealed_given: string | null
  at: Date
  keep_until: Date
  withdrawn_at: Date | null
}

export interface AgentRow {
  id: string
  name: string
  folded_name: string // as it is looked up: no marks, lower case
  organisation: string
  state: AgentState
  state_since: Date | null
  state_until: Day | null
  state_reason: Generated<string>
  trained_until: Day | null
  capacity: Generated<number>
  quiet_from: number | null // minutes since midnight in Viet Nam
  quiet_until: number | null
  wrapped_key: string
  sealed_phone: string
  phone_hash: string | null
  sealed_email: string | null
  email_hash: string | null
  card_number: string
  point_id: string
  last_offered_at: Date | null
}

export interface AgentLeaveRow {
  id: string
  agent_id: string
  from_day: Day
  until_day: Day
  made_by: string
  made_at: Date
  cancelled_at: Date | null
}

export interface CollectionPointRow {
  id: string
  name: string
  organisation: string
  commune_code: string
  address: string
  hours: string
  state: PointState
  state_since: Date | null
  state_until: Day | null
  state_reason: Generated<string>
}

export interface LocalOfficeRow {
  id: string
  name: string
  commune_code: string
  address: string
  hours: string
  phone: string
  active: Generated<boolean>
}

/** Who takes over in a commune when no agent can. */
export interface CommuneDeskRow {
  commune_code: string
  officer_id: string | null
  officer_name: string | null
  office_id: string | null
}

/** Something a citizen is to be told about their lead, as soon as their channel allows it. */
export interface CitizenNoticeRow {
  id: Generated<number>
  person_id: string
  lead_id: string
  kind: 'new-caller' | 'rate'
  made_at: Date
  told_at: Date | null
  how: 'chat' | 'template' | 'too-late' | null
  template_at: Date | null // a template was tried
}

/** A pair that does not belong together: the person who answered there is somebody else. */
export interface BlockedPhoneRow {
  person_id: string
  phone_hash: string
  lead_id: string | null
  since: Date
}

/** Somebody was called by a likely swindler: where, never who. */
export interface ScamReportRow {
  id: Generated<number>
  commune_code: string | null
  pattern: string | null
  verdict: string
  at: Date
}
