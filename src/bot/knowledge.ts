import type { CopyBook } from '../conversation/copy-book.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'
import type { Finder } from '../faq/finder.ts'
import type { ScamPattern } from '../leads/scam-pattern.ts'
import type { Places } from '../places/places.ts'
import type { KnownWords } from '../questions/known-words.ts'
import type { PolicyBook } from '../policy/policy-book.ts'

/** Everything the bot knows, read once at the start. */
export interface Knowledge {
  readonly policy: PolicyBook
  readonly entries: readonly FaqEntry[]
  readonly finder: Finder
  readonly knownWords: KnownWords // what our texts say: the only words of a question that are kept
  readonly places: Places
  readonly scams: readonly ScamPattern[]
  readonly home: CopyBook // words that belong to no journey
  readonly copies: ReadonlyMap<string, CopyBook> // by journey
}
