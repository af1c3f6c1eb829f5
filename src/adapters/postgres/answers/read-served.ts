import type { ServedChange, Served } from '../../../answers/ports.ts'
import type { Revision } from '../../../answers/revision.ts'
import { type AnswerParts, revisionOf } from './answer-rows.ts'

/** So many revisions are read with one query: thousands at once would hold the embedded store, and whoever reads them. */
const AT_ONCE = 50

export async function version({ db }: Pick<AnswerParts, 'db'>): Promise<number> {
  const row = await db.selectFrom('answer_state').select('version').executeTakeFirstOrThrow()
  return row.version
}

/** The version is read first: what is published in between comes with the next look. */
export async function servedSince(parts: AnswerParts, since: number) {
  const seen = await version(parts)
  const lines = await parts.db
    .selectFrom('answer_served')
    .select(['entry_id', 'revision_id'])
    .$if(since > 0, (query) => query.where('version', '>', since))
    .execute()
  const revisions = new Map<number, Revision>()
  const ids = lines.flatMap(({ revision_id }) => revision_id ?? [])
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const one of await byId(parts, ids.slice(from, from + AT_ONCE))) revisions.set(one.id, one)
  const changes = lines.map(({ entry_id, revision_id }): ServedChange => ({
    entry: entry_id,
    revision: revision_id === null ? undefined : revisions.get(revision_id),
  }))
  return { version: seen, changes }
}

export async function served(parts: AnswerParts): Promise<Served> {
  const { version: seen, changes } = await servedSince(parts, 0)
  const revisions = changes.flatMap(({ revision }) => revision ?? [])
  return { version: seen, revisions: revisions.toSorted((a, b) => a.id - b.id) }
}

async function byId({ db }: AnswerParts, ids: readonly number[]): Promise<readonly Revision[]> {
  const rows = await db.selectFrom('answer_revision').selectAll().where('id', 'in', ids).execute()
  return rows.map(revisionOf)
}
