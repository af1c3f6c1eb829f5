import type { FaqWorld } from '../faq/check-faq.ts'
import type { Reply } from '../conversation/reply.ts'
import type { LawChange } from '../policy/law-change.ts'
import type { Day } from '../policy/values.ts'
import type { Workshop } from './gate.ts'
import type { AnswerStore } from './ports.ts'
import type { AnswerText, Revision } from './revision.ts'

/** What the pages about answers need of the rest of the program. */
export interface AnswerDesk {
  readonly revisions: AnswerStore
  readonly workshop: Workshop
  readonly today: () => Day
  /** Every answer as it is now, also those out of service, and the revisions among them. */
  readonly answers: () => { readonly texts: readonly AnswerText[]; readonly revisions: readonly Revision[] }
  readonly files: () => readonly AnswerText[]
  /** What was published over the law of the files. */
  readonly changes: () => readonly LawChange[]
  /** Lets every instance know that something was published. */
  readonly published: () => Promise<void>
  /** Ids of the answers the bot would give, best first. */
  readonly found: (question: string) => readonly string[]
  readonly world: (on: Day) => FaqWorld
  readonly journeys: () => readonly { readonly id: string; readonly label: string }[]
  readonly topics: () => readonly { readonly id: string; readonly label: string }[]
  readonly preview: (
    text: AnswerText,
    on: Day,
  ) => Promise<{ readonly zalo: readonly Reply[]; readonly messenger: readonly Reply[] }>
  /** What people asked lately, personal data left out. */
  readonly asked: () => Promise<readonly string[]>
}
