import { sql } from 'kysely'
import type { OpenDraft } from '../../../answers/ports.ts'
import type { Revision } from '../../../answers/revision.ts'
import type { AnswerParts } from './answer-rows.ts'
import { revisionOf, textOf } from './answer-rows.ts'

const MOST_OPEN = 2_000
const openStates = ['draft', 'submitted', 'approved'] as const

/** Titles only, but for new answers: a file may have brought hundreds of drafts. */
export async function open({ db }: AnswerParts): Promise<readonly OpenDraft[]> {
  const rows = await db
    .selectFrom('answer_revision')
    .select(['id', 'entry_id', 'name', 'state', 'version', 'authors', 'reviewer', 'note', 'batch'])
    .select(['changed_at', 'publish_at'])
    .select(sql<string>`(text::jsonb)->>'title'`.as('title'))
    .select(sql<string | null>`case when base is null then text end`.as('fresh'))
    .where('state', 'in', openStates)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OPEN)
    .execute()
  return rows.map(({ entry_id: entry, changed_at: changedAt, publish_at: publishAt, ...row }) => ({
    ...{ ...row, entry, changedAt, publishAt: publishAt ?? undefined },
    ...{ reviewer: row.reviewer ?? undefined, note: row.note ?? undefined, batch: row.batch ?? undefined },
    fresh: row.fresh === null ? undefined : textOf(row.fresh),
  }))
}

export async function openOf({ db }: AnswerParts, entry: string): Promise<readonly Revision[]> {
  const rows = await db
    .selectFrom('answer_revision')
    .selectAll()
    .where('entry_id', '=', entry)
    .where('state', 'in', openStates)
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map(revisionOf)
}
