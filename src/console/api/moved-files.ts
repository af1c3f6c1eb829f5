import type { AnswerDesk } from '../../answers/desk.ts'
import { isSameText } from '../../answers/file-text.ts'
import type { AnswerText, Revision } from '../../answers/revision.ts'

/** An answer whose file says something else since a revision was published over it. */
export interface MovedFile {
  readonly id: string
  readonly title: string
}

type Desk = Pick<AnswerDesk, 'answers' | 'files' | 'revisions'>

/**
 * Looks under the published revisions: an installation that brought another text in a file that a revision covers would
 * otherwise lose it without a word. The same list while the same is served.
 */
export function fileWatch(desk: Desk): () => Promise<readonly MovedFile[]> {
  let seen: readonly Revision[] | undefined
  let found: Promise<readonly MovedFile[]> = Promise.resolve([])
  return () => {
    const { revisions } = desk.answers()
    if (revisions !== seen) {
      seen = revisions
      found = movedFiles(desk, revisions)
      found.catch(() => (seen = undefined)) // asked anew the next time
    }
    return found
  }
}

async function movedFiles(desk: Desk, revisions: readonly Revision[]): Promise<readonly MovedFile[]> {
  const files = new Map(desk.files().map((file) => [file.id, file]))
  const moved: MovedFile[] = []
  for (const revision of revisions) {
    const file = files.get(revision.entry)
    if (!file || isSameText(file, revision.text)) continue
    if (!isSameText(file, await fileThen(desk, revision))) moved.push({ id: file.id, title: file.title })
  }
  return moved
}

/** What the file said when the first of these revisions was begun; undefined when there was none. */
async function fileThen(desk: Desk, { base, baseId }: Revision): Promise<AnswerText | undefined> {
  if (baseId === undefined) return base
  const before = await desk.revisions.find(baseId)
  return before ? fileThen(desk, before) : base
}
