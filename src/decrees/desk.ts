import type { DocumentRegister } from '../policy/documents.ts'
import type { LawChange } from '../policy/law-change.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'
import type { DecreeStore } from './ports.ts'
import type { Decree } from './revision.ts'

/** The law as this process knows it now: the files, with what was published over them. */
export interface LiveLaw {
  readonly book: PolicyBook
  readonly register: DocumentRegister
  readonly decrees: readonly Decree[]
}

/** One thing that would be said otherwise: to a sample citizen, or by an answer. */
export interface Effect {
  readonly what: string
  readonly on: Day
  readonly before: string
  readonly after: string
}

/** What a decree does for people, on the days it touches. */
export interface Weighed {
  readonly days: readonly Day[]
  readonly citizens: readonly Effect[]
  /** Answers that read otherwise; so many are listed. */
  readonly answers: readonly Effect[]
  readonly answerCount: number
}

/** What the pages about numbers of the law need of the rest of the program. */
export interface DecreeDesk {
  readonly decrees: DecreeStore
  readonly today: () => Day
  readonly law: () => LiveLaw
  /** Answers that quote a parameter or cite a document, by title. */
  readonly answersOn: (what: {
    readonly parameter?: string
    readonly act?: string
  }) => Promise<readonly string[]>
  /** Sums of sample citizens and answers before and after: worked out beside the program. */
  readonly weigh: (change: LawChange) => Promise<Weighed>
  /** Lets every instance know that something was published. */
  readonly published: () => Promise<void>
}
