import type { Generated } from 'kysely'
import type { SuggestionState, SuggestionSubject } from '../../../leads/suggestion.ts'

export interface SuggestionRow {
  id: Generated<number>
  agent_id: string
  key: string
  about: SuggestionSubject
  ref: string | null
  words: string // secrets covered
  made_at: Date
  state: Generated<SuggestionState>
  answer: string | null
  settled_by: string | null // login
  settled_at: Date | null
}
