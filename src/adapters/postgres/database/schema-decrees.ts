import type { Generated } from 'kysely'
import type { DecreeState } from '../../../decrees/revision.ts'

export interface DecreeRow {
  id: Generated<number>
  name: string
  state: DecreeState
  form: string // JSON
  change: string | null // JSON, once signed
  touched: string[]
  version: Generated<number>
  seen: number // answer_state.version when its author last looked at the law
  authors: string[]
  reviewer: string | null
  second_read: string | null
  note: string | null
  changed_at: Date
  published_at: Date | null
  published_no: number | null // answer_state.version it came with
  moved_no: number | null // the same, or the one with which it was taken back
  taken_by: string | null
  taken_at: Date | null
  taken_why: string | null
}
