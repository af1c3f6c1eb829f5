import type { AnswerDesk } from '../../answers/desk.ts'
import type { AnswerText, Revision } from '../../answers/revision.ts'

export interface PlannedDraft {
  readonly at: number // its row
  readonly text: AnswerText
  /** What is served now; undefined for a new answer. */
  readonly base: AnswerText | undefined
  /** A draft of the same person that is written over. */
  readonly own: Revision | undefined
}

const NAME = 'Nhập từ tệp'

/**
 * One draft after the other, each in a transaction of its own: hundreds in one would hold the store. Cut off in the
 * middle, the same file goes on where it was: what is a draft by then is the same.
 */
export async function keepDrafts(
  drafts: readonly PlannedDraft[],
  { revisions }: Pick<AnswerDesk, 'revisions'>,
  { login, at }: { readonly login: string; readonly at: Date },
) {
  const batch = at.toISOString()
  const lost: string[] = []
  for (const { text, base, own } of drafts) {
    if (!own) await revisions.begin({ entry: text.id, name: NAME, text, base, batch }, login)
    else if (typeof (await revisions.save(own, { name: own.name, text, onto: base }, login)) === 'string')
      lost.push(text.id)
  }
  const notes = lost.length === 0 ? [] : [`Vừa có người sửa, nên để nguyên: ${lost.join(', ')}.`]
  return { moved: 0, notes, batch: drafts.some(({ own }) => !own) ? batch : undefined }
}
