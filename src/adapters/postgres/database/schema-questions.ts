import type { Generated } from 'kysely'
import type { Judged, Outcome } from '../../../conversation/question-note.ts'
import type { ChannelName } from '../../../ports.ts'

/** What people asked: no column says who. */
export interface QuestionRow {
  key: string
  asked_at: Date
  channel: ChannelName
  desk: Generated<string> // the page; '' before it was kept
  programme: string | null
  words: string // with personal data left out
  outcome: Outcome
  shown: string[]
  verdict: Judged['verdict'] | null
  chosen: string | null
}
