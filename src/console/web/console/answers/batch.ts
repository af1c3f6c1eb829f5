import type { AnswerTo } from '../../shared/api.ts'

export type ListedDraft = AnswerTo<'GET /answer-drafts'>['drafts'][number]

const vietnamese = new Intl.Collator('vi')

/** The open drafts of one file, by title: the order in which they are read. */
export function draftsOfBatch(drafts: readonly ListedDraft[], batch: string): readonly ListedDraft[] {
  return drafts
    .filter((one) => one.batch === batch)
    .toSorted((a, b) => vietnamese.compare(a.title, b.title) || a.id - b.id)
}
