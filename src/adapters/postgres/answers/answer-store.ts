import type { AnswerStore, Served } from '../../../answers/ports.ts'
import type { Publication, Revision } from '../../../answers/revision.ts'
import { type AnswerParts, revisionOf } from './answer-rows.ts'
import { begin, save, step } from './change-draft.ts'
import { adopt, publishDue, rollBack } from './publish.ts'

const MOST_OF_HISTORY = 200
const MOST_OPEN = 500

/** Revisions of answers on one database. Publications follow one another; drafts do not wait for them. */
export function openAnswerStore(parts: AnswerParts): AnswerStore {
  return {
    version: () => version(parts),
    served: () => served(parts),
    open: () => open(parts),
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

async function version({ db }: AnswerParts): Promise<number> {
  const row = await db.selectFrom('answer_state').select('version').executeTakeFirstOrThrow()
  return row.version
}

/** The version is read first: what is published in between comes with the next look. */
async function served(parts: AnswerParts): Promise<Served> {
  const seen = await version(parts)
  const rows = await parts.db
    .selectFrom('answer_served')
    .innerJoin('answer_revision', 'answer_revision.id', 'answer_served.revision_id')
    .selectAll('answer_revision')
    .orderBy('answer_revision.id')
    .execute()
  return { version: seen, revisions: rows.map(revisionOf) }
}

async function open({ db }: AnswerParts): Promise<readonly Revision[]> {
  const rows = await db
    .selectFrom('answer_revision')
    .selectAll()
    .where('state', 'in', ['draft', 'submitted', 'approved'])
    .orderBy('changed_at', 'desc')
    .limit(MOST_OPEN)
    .execute()
  return rows.map(revisionOf)
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
