import type { Generated, Kysely } from 'kysely'
import type { PageRow, ZaloConsentRow, ZaloTokenRow, ZaloQuotaRow } from './schema-pages.ts'
import type { ChannelName, DataRequest } from '../../../ports.ts'
import type { HandOverLineRow, HandOverRow, TalkSourceRow } from './schema-hand-overs.ts'
import type {
  AnswerPublicationRow,
  AnswerRevisionRow,
  AnswerServedRow,
  AnswerStateRow,
} from './schema-answers.ts'
import type { DayCountNewRow, DayCountRow, VisitRow } from './schema-numbers.ts'
import type { DecreeRow } from './schema-decrees.ts'
import type { QuestionRow } from './schema-questions.ts'
import type { StaffAuditRow, StaffCodeRow, StaffRow, StaffSessionRow } from './schema-staff.ts'
import type { SuggestionRow } from './schema-suggestions.ts'
import type { TargetRow } from './schema-targets.ts'
import type {
  AgentLeaveRow,
  AgentRow,
  BlockedPhoneRow,
  CitizenNoticeRow,
  CollectionPointRow,
  CommuneDeskRow,
  ConsentRow,
  LeadFactRow,
  LeadRow,
  LocalOfficeRow,
  ScamReportRow,
} from './schema-leads.ts'

// Columns named sealed_… are encrypted with the data key of the person (or agent) they are about.

interface Person {
  id: string
  lookup: string // keyed hash of channel, desk and user id
  channel: ChannelName
  desk: string
  sealed_user: string
  wrapped_key: string
  created_at: Date
}

interface InboundEvent {
  id: string // UUIDv7 made from the event: orders and de-duplicates
  channel: ChannelName
  desk: string
  external_id: string
  person_id: string
  sent_at: Date
  received_at: Date
  state: Generated<'waiting' | 'done' | 'dead'>
  sealed_body: string | null // cleared when the turn commits
}

interface SessionRow {
  person_id: string
  version: number
  sealed_state: string
  updated_at: Date
  heard_at: Date | null // the last message answered, by the platform's clock
}

interface OutboxRow {
  id: Generated<string>
  seq: Generated<number>
  person_id: string
  state: Generated<OutboxState>
  sealed_reply: string | null // cleared when sent
  sealed_picture: Generated<string | null> // cleared as soon as it has gone, or cannot go any more
  not_before: Date
  attempts: Generated<number>
  tried_at: Date | null
  unclear: Generated<boolean> // the last try may have arrived
  heard_at: Date | null // what it answers, by the platform's clock
  cause: string | null // the event it answers
  platform_id: string | null
  failure: string | null
  written_at: Date
  settled_at: Date | null
}
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'not-allowed-now' | 'person-left' | 'our-fault'

interface AgentLink {
  id: string
  token_hash: string
  lead_id: string
  agent_id: string
  created_at: Date
  expires_at: Date
  told_at: Date | null
  used_at: Date | null
  code_hash: string | null
  code_expires_at: Date | null
  wrong_codes: Generated<number>
  tried_at: Date | null // its notice may be on the phone already
  sealed_token: string | null // until the notice is known to have gone
  tracking_id: string | null
}

interface AgentSession {
  token_hash: string
  lead_id: string
  agent_id: string
  expires_at: Date
}

interface StaffNoticeRow {
  id: Generated<number>
  kind: string
  person_id: string | null
  lead_id: string | null
  detail: string
  at: Date
  settled_at: Generated<Date | null>
  settled_by: Generated<string | null>
  answer: Generated<string | null>
}

interface DeadLetter {
  event_id: string
  person_id: string
  sealed_error: string
  at: Date
}

interface DataRequestRow {
  code: string
  source: DataRequest['source']
  kind: Generated<'erase' | 'withdraw'>
  person_id: string | null
  sealed_subject: string | null
  asked_at: Date
  done_at: Date | null
}

/** Somebody who was erased: the keyed hash they were found by, and when. */
interface ErasedPersonRow {
  lookup: string
  at: Date
}

/** An agent who saw the number must delete it. */
interface AgentErasureRow {
  id: Generated<number>
  agent_id: string
  lead_code: string
  asked_at: Date
  confirmed_at: Date | null
}

export interface Database {
  keyring: { name: string; wrapped_key: string }
  person: Person
  inbound_event: InboundEvent
  session: SessionRow
  outbox: OutboxRow
  lead: LeadRow
  lead_fact: LeadFactRow
  consent: ConsentRow
  agent: AgentRow
  agent_commune: { agent_id: string; commune_code: string }
  agent_leave: AgentLeaveRow
  collection_point: CollectionPointRow
  local_office: LocalOfficeRow
  commune_desk: CommuneDeskRow
  citizen_notice: CitizenNoticeRow
  blocked_phone: BlockedPhoneRow
  scam_report: ScamReportRow
  agent_link: AgentLink
  agent_session: AgentSession
  staff_notice: StaffNoticeRow
  dead_letter: DeadLetter
  data_request: DataRequestRow
  erased_person: ErasedPersonRow
  agent_erasure: AgentErasureRow
  page: PageRow
  zalo_token: ZaloTokenRow
  zalo_consent: ZaloConsentRow
  zalo_quota: ZaloQuotaRow
  question: QuestionRow
  visit: VisitRow
  day_count: DayCountRow
  day_count_new: DayCountNewRow
  target: TargetRow
  suggestion: SuggestionRow
  hand_over: HandOverRow
  talk_source: TalkSourceRow
  hand_over_line: HandOverLineRow
  staff: StaffRow
  staff_session: StaffSessionRow
  staff_code: StaffCodeRow
  staff_audit: StaffAuditRow
  answer_state: AnswerStateRow
  answer_revision: AnswerRevisionRow
  answer_served: AnswerServedRow
  answer_publication: AnswerPublicationRow
  decree: DecreeRow
}

export type Db = Kysely<Database>
