import type { DraftChange, NewDraft, NotDone, Seen, Step } from '../../../answers/ports.ts'
import { maySign, type Revision, type RevisionState } from '../../../answers/revision.ts'
import {
  type AnswerParts,
  audited,
  newRow,
  note,
  revisionOf,
  type Row,
  servedId,
  textOf,
  type Tx,
} from './answer-rows.ts'
import { lockServed, publishRow } from './publish.ts'

/** From which states a step may be taken. */
const from: Readonly<Record<Step['do'], readonly RevisionState[]>> = {
  submit: ['draft'],
  return: ['submitted'],
  approve: ['submitted'],
  reopen: ['submitted', 'approved'],
  drop: ['draft', 'submitted', 'approved'],
}

export function begin(parts: AnswerParts, draft: NewDraft, by: string): Promise<Revision> {
  return parts.db.transaction().execute(async (tx) => {
    const base_id = await servedId(tx, draft.entry)
    const row = await tx
      .insertInto('answer_revision')
      .values({ ...newRow(draft, by, parts.clock.now()), base_id, state: 'draft' })
      .returningAll()
      .executeTakeFirstOrThrow()
    await note(tx, parts, {
      actor: by,
      action: 'answer.begin',
      subject: draft.entry,
      after: { bản: draft.name },
    })
    return revisionOf(row)
  })
}

export function save(
  parts: AnswerParts,
  seen: Seen,
  { change: { name, text, onto }, by }: { readonly change: DraftChange; readonly by: string },
): Promise<Revision | NotDone> {
  return withRow(parts, seen, ['draft'], async (tx, row) => {
    const rebased = onto && {
      base: JSON.stringify(onto),
      base_id: await servedId(tx, row.entry_id),
      note: null,
    }
    const authors = row.authors.includes(by) ? row.authors : [...row.authors, by]
    const saved = await update(tx, parts, row, { name, text: JSON.stringify(text), authors, ...rebased })
    await note(tx, parts, {
      ...{ actor: by, action: 'answer.save', subject: row.entry_id },
      ...{ before: audited(textOf(row.text)), after: audited(text) },
    })
    return saved
  })
}

export function step(
  parts: AnswerParts,
  seen: Seen,
  { step: taken, by }: { readonly step: Step; readonly by: string },
): Promise<Revision | NotDone> {
  return withRow(parts, seen, from[taken.do], async (tx, row) => {
    if (taken.do === 'approve') return approve(tx, parts, { row, at: taken.publishAt, by })
    if (taken.do === 'return' && !maySign(row, by)) return 'own'
    const changed = await update(tx, parts, row, {
      ...{ state: taken.do === 'submit' ? 'submitted' : taken.do === 'drop' ? 'dropped' : 'draft' },
      ...{ publish_at: null, reviewer: null },
      ...(taken.do === 'return' ? { note: taken.note } : {}),
      ...(taken.do === 'submit' ? { note: null } : {}),
    })
    const said = taken.do === 'return' ? { 'lý do': taken.note } : {}
    await note(tx, parts, {
      ...{
        actor: by,
        action: `answer.${taken.do}`,
        subject: row.entry_id,
        after: { bản: row.name, ...said },
      },
    })
    return changed
  })
}

async function approve(
  tx: Tx,
  parts: AnswerParts,
  { row, at, by }: { readonly row: Row; readonly at: Date | undefined; readonly by: string },
): Promise<Revision | NotDone> {
  if (!maySign(row, by)) return 'own'
  await lockServed(tx)
  if ((await servedId(tx, row.entry_id)) !== row.base_id) return 'moved'
  const signed = await update(tx, parts, row, { state: 'approved', reviewer: by, publish_at: at ?? null })
  const when = at === undefined ? {} : { 'xuất bản lúc': at.toISOString() }
  await note(tx, parts, {
    ...{ actor: by, action: 'answer.approve', subject: row.entry_id, after: { bản: row.name, ...when } },
  })
  if (at !== undefined) return signed
  const approved = await rowOf(tx, row.id)
  if (!approved || !(await publishRow(tx, parts, approved, by))) return 'moved'
  const published = await rowOf(tx, row.id)
  return published ? revisionOf(published) : 'gone'
}

/** Changes one revision as its reader saw it; the row is locked meanwhile. */
function withRow(
  { db }: AnswerParts,
  { id, version }: Seen,
  states: readonly RevisionState[],
  change: (tx: Tx, row: Row) => Promise<Revision | NotDone>,
): Promise<Revision | NotDone> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('answer_revision')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return 'gone'
    if (row.version !== version) return 'stale'
    return states.includes(row.state) ? change(tx, row) : 'wrong-state'
  })
}

async function update(
  tx: Tx,
  { clock }: AnswerParts,
  { id, version }: Row,
  set: Partial<Row>,
): Promise<Revision> {
  const row = await tx
    .updateTable('answer_revision')
    .set({ ...set, changed_at: clock.now(), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return revisionOf(row)
}

function rowOf(tx: Tx, id: number): Promise<Row | undefined> {
  return tx.selectFrom('answer_revision').selectAll().where('id', '=', id).executeTakeFirst()
}
