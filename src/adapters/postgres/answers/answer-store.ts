import type { AnswerStore } from '../../../answers/ports.ts'
import type { Publication, Revision } from '../../../answers/revision.ts'
import { type AnswerParts, revisionOf } from './answer-rows.ts'
import { begin, save, step } from './change-draft.ts'
import { open, openOf } from './read-open.ts'
import { served, servedSince, version } from './read-served.ts'
import { adopt, publishDue, rollBack } from './publish.ts'

const MOST_OF_HISTORY = 200

/** Revisions of answers on one database. Publications follow one another; drafts do not wait for them. */
export function openAnswerStore(parts: AnswerParts): AnswerStore {
  return {
    version: () => version(parts),
    served: () => served(parts),
    servedSince: (since) => servedSince(parts, since),
    open: () => open(parts),
    openOf: (entry) => openOf(parts, entry),
    find: (id) => find(parts, id),
    history: (entry) => history(parts, entry),
    begin: (draft, by) => begin(parts, draft, by),
    save: (seen, change, by) => save(parts, seen, { change, by }),
    step: (seen, taken, by) => step(parts, seen, { step: taken, by }),
    rollBack: (entry, to, by) => rollBack(parts, { entry, to, by }),
    publishDue: () => publishDue(parts),
    adopt: (drafts, by) => adopt(parts, drafts, by),
  }
}

async function find({ db }: AnswerParts, id: number): Promise<Revision | undefined> {
  const row = await db.selectFrom('answer_revision').selectAll().where('id', '=', id).executeTakeFirst()
  return row && revisionOf(row)
}

async function history({ db }: AnswerParts, entry: string) {
  const rows = await db
    .selectFrom('answer_revision')
    .selectAll()
    .where('entry_id', '=', entry)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OF_HISTORY)
    .execute()
  const times = await db
    .selectFrom('answer_publication')
    .select(['at', 'by_login as by', 'kind', 'revision_id'])
    .where('entry_id', '=', entry)
    .orderBy('id', 'desc')
    .limit(MOST_OF_HISTORY)
    .execute()
  const publications = times.map(({ revision_id, ...time }): Publication => ({
    ...time,
    revision: revision_id ?? undefined,
  }))
  return { revisions: rows.map(revisionOf), publications }
}
