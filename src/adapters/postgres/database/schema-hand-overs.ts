import type { Generated } from 'kysely'
import type { Attended } from '../../../conversation/turn.ts'
import type { TalkLine } from '../../../hand-over/hand-over-desk.ts'

/** A talk that a person of the desk has, or is waited for; at most one of a citizen is open. */
export interface HandOverRow {
  id: string
  person_id: string
  state: Attended
  asked_at: Date
  answer_by: Date | null // null: nobody called, somebody of the desk just wrote
  claimed_by: string | null
  spoke_at: Date | null
  heard_at: Date | null
  interacted_at: Generated<Date | null> // by the platform's word, when staff asked
  given_back: Generated<boolean>
  closed_at: Date | null // by the platform's clock where the citizen ended it
  closed_why: string | null
}

/** What was said while it was open. */
export interface HandOverLineRow {
  id: Generated<number>
  hand_over_id: string
  by: TalkLine['by']
  sealed_text: string // of a picture: what is on it
  at: Date
  outbox_id: Generated<string | null> // the message it went out as
  is_picture: Generated<boolean>
}

/** What brought somebody to a talk. */
export interface TalkSourceRow {
  event_id: string
  person_id: string
  kind: 'link' | 'ad'
  ref: string | null
  ad_id: string | null
  at: Date
}
