import type { FaqEntry } from '../faq/faq-entry.ts'

/** What a revision says: the whole answer, as its file would. `status: 'draft'` takes the answer out of service. */
export type AnswerText = FaqEntry

export const revisionStates = ['draft', 'submitted', 'approved', 'published', 'dropped'] as const
/** `approved`: signed by a second person and waiting for its time. `published`: was served, and is unless another is. */
export type RevisionState = (typeof revisionStates)[number]

/** One version of one answer, from its first draft on. */
export interface Revision {
  readonly id: number
  readonly entry: string
  readonly name: string // what people call it: "Thêm mức hỗ trợ 2027"
  readonly state: RevisionState
  readonly text: AnswerText
  /** What was served when it was begun; undefined for a new answer. */
  readonly base: AnswerText | undefined
  /** The revision that was; undefined when that was the file, or nothing. */
  readonly baseId: number | undefined
  readonly version: number // grows with every change: who saves on an old one is told
  readonly authors: readonly string[] // logins of everybody who wrote in it, the first one first
  readonly reviewer: string | undefined
  readonly note: string | undefined // why it was sent back
  readonly changedAt: Date
  readonly publishAt: Date | undefined
  readonly publishedAt: Date | undefined
  readonly batch: string | undefined // which file it came from
}

/** One time that what is served changed. `revision` undefined: back to the file. */
export interface Publication {
  readonly at: Date
  readonly by: string
  readonly kind: 'publish' | 'roll-back'
  readonly revision: number | undefined
}

/** Whoever wrote in it never signs it. */
export function maySign({ authors }: Pick<Revision, 'authors'>, login: string): boolean {
  return !authors.includes(login)
}
