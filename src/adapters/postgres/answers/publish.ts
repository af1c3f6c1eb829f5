import { sql } from 'kysely'
import type { NewDraft } from '../../../answers/ports.ts'
import type { Publication } from '../../../answers/revision.ts'
import type { Db } from '../database/schema.ts'
import { type AnswerParts, newRow, note, type Row, servedId, type Tx } from './answer-rows.ts'

/** Said to the author when another revision went out between the signature and the time. */
const OVERTAKEN =
  'Trong lúc chờ, một bản khác của câu này đã được xuất bản. Anh/chị so lại rồi gửi duyệt lại.'

/** Every publication passes here one after the other: the row of the version is locked first. */
export async function lockServed(tx: Tx): Promise<void> {
  await tx.selectFrom('answer_state').select('version').forUpdate().execute()
}

/** Serves a revision (or the file) from now on. The caller holds the lock. */
async function serve(
  tx: Tx,
  { clock }: AnswerParts,
  {
    entry,
    revision,
    by,
    kind,
  }: Omit<Publication, 'at' | 'revision'> & { entry: string; revision: number | null },
): Promise<void> {
  const served = { entry_id: entry, revision_id: revision }
  const { version } = await tx
    .updateTable('answer_state')
    .set({ version: sql<number>`version + 1` })
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('answer_served')
    .values({ ...served, version })
    .onConflict((clash) => clash.column('entry_id').doUpdateSet({ revision_id: revision, version }))
    .execute()
  await tx
    .insertInto('answer_publication')
    .values({ ...served, at: clock.now(), by_login: by, kind })
    .execute()
}

/** Publishes a signed revision unless another one is served than the one it was begun from. */
export async function publishRow(tx: Tx, parts: AnswerParts, row: Row, by: string): Promise<boolean> {
  if ((await servedId(tx, row.entry_id)) !== row.base_id) return false
  const now = parts.clock.now()
  await tx
    .updateTable('answer_revision')
    .set({ state: 'published', published_at: now, changed_at: now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await serve(tx, parts, { entry: row.entry_id, revision: row.id, by, kind: 'publish' })
  await note(tx, parts, {
    actor: by,
    action: 'answer.publish',
    subject: row.entry_id,
    after: { bản: row.name },
  })
  return true
}

/** Asked every second by every instance: nothing is locked while nothing is due. */
export async function publishDue(parts: AnswerParts): Promise<number> {
  if ((await dueRows(parts.db, parts, 1)).length === 0) return 0
  return parts.db.transaction().execute(async (tx) => {
    await lockServed(tx)
    const rows = await dueRows(tx, parts) // again: whoever held the lock may have published them
    let published = 0
    for (const row of rows) {
      if (await publishRow(tx, parts, row, row.reviewer ?? 'system')) published += 1
      else await sendBack(tx, parts, row)
    }
    return published
  })
}

function dueRows(db: Db | Tx, { clock }: AnswerParts, most = 1_000): Promise<readonly Row[]> {
  return db
    .selectFrom('answer_revision')
    .selectAll()
    .where('state', '=', 'approved')
    .where('publish_at', '<=', clock.now())
    .orderBy('publish_at')
    .limit(most)
    .execute()
}

async function sendBack(tx: Tx, { clock }: AnswerParts, row: Row): Promise<void> {
  await tx
    .updateTable('answer_revision')
    .set({ state: 'draft', publish_at: null, reviewer: null, note: OVERTAKEN })
    .set({ changed_at: clock.now(), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}

export function rollBack(
  parts: AnswerParts,
  { entry, to, by }: { readonly entry: string; readonly to: number | undefined; readonly by: string },
): Promise<'done' | 'gone'> {
  return parts.db.transaction().execute(async (tx) => {
    await lockServed(tx)
    const before = await nameOf(tx, entry, await servedId(tx, entry))
    const after = await nameOf(tx, entry, to ?? null)
    if (after === undefined || before === undefined) return 'gone'
    await serve(tx, parts, { entry, revision: to ?? null, by, kind: 'roll-back' })
    await note(tx, parts, {
      ...{ actor: by, action: 'answer.roll-back', subject: entry },
      ...{ before: { bản: before }, after: { bản: after } },
    })
    return 'done'
  })
}

async function nameOf(tx: Tx, entry: string, id: number | null): Promise<string | undefined> {
  if (id === null) return 'tệp gốc'
  const row = await tx
    .selectFrom('answer_revision')
    .select('name')
    .where('id', '=', id)
    .where('entry_id', '=', entry)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.name
}

/** What an operator brings in from files is published at once, in one transaction. */
export function adopt(parts: AnswerParts, drafts: readonly NewDraft[], by: string): Promise<void> {
  return parts.db.transaction().execute(async (tx) => {
    await lockServed(tx)
    for (const draft of drafts) {
      const base_id = await servedId(tx, draft.entry)
      const row = await tx
        .insertInto('answer_revision')
        .values({ ...newRow(draft, by, parts.clock.now()), base_id, state: 'approved', reviewer: by })
        .returningAll()
        .executeTakeFirstOrThrow()
      await publishRow(tx, parts, row, by)
    }
  })
}
