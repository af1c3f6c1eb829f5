import type { DecreeSave, NotDone, Seen, Step } from '../../../decrees/ports.ts'
import type { Decree, DecreeState } from '../../../decrees/revision.ts'
import { maySign } from '../../../answers/revision.ts'
import { lockServed } from '../answers/publish.ts'
import { writeAudit } from '../staff/audit.ts'
import {
  audited,
  columnsOf,
  type DecreeParts,
  decreeOf,
  formOf,
  isMovedSince,
  nextVersion,
  type Row,
  type Tx,
  versionNow,
} from './decree-rows.ts'

/** From which states a step may be taken. */
const from: Readonly<Record<Step['do'], readonly DecreeState[]>> = {
  submit: ['draft'],
  return: ['submitted'],
  approve: ['submitted'],
  reopen: ['submitted'],
  drop: ['draft', 'submitted'],
  'take-back': ['published'],
}

export function save(
  parts: DecreeParts,
  seen: Seen,
  { change: { name, form, onto }, by }: { readonly change: DecreeSave; readonly by: string },
): Promise<Decree | NotDone> {
  return withRow(parts, seen, ['draft'], async (tx, row) => {
    const authors = row.authors.includes(by) ? row.authors : [...row.authors, by]
    const now = onto ? { seen: await versionNow(tx) } : {}
    const saved = await update(tx, parts, row, { name, ...columnsOf(form), authors, ...now })
    await note(tx, parts, { by, what: 'save', row, before: audited(formOf(row)), after: audited(form) })
    return saved
  })
}

export function step(
  parts: DecreeParts,
  seen: Seen,
  { step: taken, by }: { readonly step: Step; readonly by: string },
): Promise<Decree | NotDone> {
  return withRow(parts, seen, from[taken.do], async (tx, row) => {
    if ((taken.do === 'return' || taken.do === 'approve') && !maySign(row, by)) return 'own'
    const done = await take(tx, parts, { row, taken, by })
    if (typeof done !== 'string') await note(tx, parts, { by, what: taken.do, row, after: said(taken, row) })
    return done
  })
}

interface Taken {
  readonly row: Row
  readonly taken: Step
  readonly by: string
}

function take(tx: Tx, parts: DecreeParts, { row, taken, by }: Taken): Promise<Decree | NotDone> {
  switch (taken.do) {
    case 'submit':
      return update(tx, parts, row, { state: 'submitted', note: null })
    case 'return':
      return update(tx, parts, row, { state: 'draft', note: taken.note })
    case 'reopen':
      return update(tx, parts, row, { state: 'draft' })
    case 'drop':
      return update(tx, parts, row, { state: 'dropped' })
    case 'approve':
      return publish(tx, parts, { row, taken, by })
    case 'take-back':
      return takeBack(tx, parts, { row, taken, by })
  }
}

type Approved = Taken & { readonly taken: Extract<Step, { do: 'approve' }> }

export async function publish(
  tx: Tx,
  parts: DecreeParts,
  { row, taken, by }: Approved,
): Promise<Decree | NotDone> {
  await lockServed(tx)
  if (await isMovedSince(tx, row)) return 'moved'
  const number = await nextVersion(tx)
  return update(tx, parts, row, {
    ...{ state: 'published', reviewer: by, change: JSON.stringify(taken.change) },
    ...{ second_read: taken.secondRead ?? null, published_at: parts.clock.now() },
    ...{ published_no: number, moved_no: number },
  })
}

/** What a later one was built upon goes only after that one. */
async function takeBack(
  tx: Tx,
  parts: DecreeParts,
  { row, taken, by }: Taken & { readonly taken: Extract<Step, { do: 'take-back' }> },
): Promise<Decree | NotDone> {
  await lockServed(tx)
  if (await isBuiltUpon(tx, row)) return 'moved'
  const number = await nextVersion(tx)
  return update(tx, parts, row, {
    ...{ state: 'taken-back', moved_no: number },
    ...{ taken_by: by, taken_at: parts.clock.now(), taken_why: taken.why },
  })
}

async function isBuiltUpon(tx: Tx, row: Row): Promise<boolean> {
  const later = await tx
    .selectFrom('decree')
    .select('touched')
    .where('state', '=', 'published')
    .where('published_no', '>', row.published_no ?? 0)
    .execute()
  return later.some(({ touched }) => touched.some((name) => row.touched.includes(name)))
}

function said(taken: Step, { name }: Row): Readonly<Record<string, string>> {
  const why = taken.do === 'return' ? taken.note : taken.do === 'take-back' ? taken.why : ''
  const again = taken.do === 'approve' ? taken.secondRead : undefined
  return {
    bản: name,
    ...(why === '' ? {} : { 'lý do': why }),
    ...(again === undefined ? {} : { 'đối chiếu lại ở': again }),
  }
}

interface Noted {
  readonly by: string
  readonly what: string
  readonly row: Row
  readonly before?: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

function note(tx: Tx, parts: DecreeParts, { by, what, row, before = {}, after }: Noted): Promise<void> {
  return writeAudit(tx, parts, {
    actor: by,
    action: `decree.${what}`,
    subject: String(row.id),
    before,
    after,
  })
}

/** Changes one decree as its reader saw it; the row is locked meanwhile. */
function withRow(
  { db }: DecreeParts,
  { id, version }: Seen,
  states: readonly DecreeState[],
  change: (tx: Tx, row: Row) => Promise<Decree | NotDone>,
): Promise<Decree | NotDone> {
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('decree').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) return 'gone'
    if (row.version !== version) return 'stale'
    return states.includes(row.state) ? change(tx, row) : 'wrong-state'
  })
}

async function update(
  tx: Tx,
  { clock }: DecreeParts,
  { id, version }: Row,
  set: Partial<Row>,
): Promise<Decree> {
  const row = await tx
    .updateTable('decree')
    .set({ ...set, changed_at: clock.now(), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return decreeOf(row)
}
