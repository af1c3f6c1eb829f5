import type { FaqEntry, Programme } from './faq-entry.ts'
import type { Kind, OutOfScope } from './out-of-scope.ts'
import type { Query } from './read-query.ts'
import type { Synonyms } from './synonyms.ts'
import type { Signals } from './weights.ts'

/** What the search knows besides the entries: knowledge/synonyms.yaml and knowledge/out-of-scope.yaml. */
export interface SearchWords {
  readonly synonyms: Synonyms
  readonly outOfScope: OutOfScope
}

/** What was talked about before: after BHYT, "mức đóng bao nhiêu" is about BHYT. */
export interface AskContext {
  readonly programme?: Programme
}

export interface Found {
  readonly entry: FaqEntry
  readonly topics: readonly string[]
  readonly score: number // how likely it is the one meant, 0 to 1
}

export interface Answer {
  readonly kind: 'answer' | 'choices' | Kind
  readonly entries: readonly Found[] // the best five whatever the kind
  readonly shown: number // how many of them to show: 1 for an answer, 2 or 3 for choices
  readonly say: readonly string[] // the bot's words when no entry is the answer
  readonly messageClass?: string // the class of other messages it belongs to
  readonly because: Because
}

/** Why: what was mended, what we took for the question, and what spoke for the first. Never shown to a citizen. */
export interface Because {
  readonly repaired: Query['repaired']
  readonly asked: readonly string[]
  readonly ours: number // likelihood that it is a question to us
  readonly sure: number // likelihood that the first entry serves it
  readonly ranked: readonly { readonly id: string; readonly score: number; readonly signals: Signals }[]
}
