import type { Generated } from 'kysely'
import type { Publication, RevisionState } from '../../../answers/revision.ts'

export interface AnswerRevisionRow {
  id: Generated<number>
  entry_id: string
  name: string
  state: RevisionState
  text: string // JSON
  base: string | null // JSON
  base_id: number | null
  version: Generated<number>
  authors: string[]
  reviewer: string | null
  note: string | null
  changed_at: Date
  publish_at: Date | null
  published_at: Date | null
  batch: string | null // the file it came from
}

/** No revision: the file is served again. */
export interface AnswerServedRow {
  entry_id: string
  revision_id: number | null
  version: Generated<number> // of all that is served, when this line last changed
}

export interface AnswerPublicationRow {
  id: Generated<number>
  entry_id: string
  revision_id: number | null
  at: Date
  by_login: string
  kind: Publication['kind']
}

/** One row: how often what is served has changed. */
export interface AnswerStateRow {
  one: Generated<boolean>
  version: Generated<number>
}
