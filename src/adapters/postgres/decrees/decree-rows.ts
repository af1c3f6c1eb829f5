import { type Selectable, sql, type Transaction } from 'kysely'
import type { DecreeForm } from '../../../decrees/form.ts'
import { type Decree, touchedBy } from '../../../decrees/revision.ts'
import type { LawChange } from '../../../policy/law-change.ts'
import type { Clock } from '../../../ports.ts'
import type { Database, Db } from '../database/schema.ts'
import type { DecreeRow } from '../database/schema-decrees.ts'
import type { Vault } from '../sealing/vault.ts'

export interface DecreeParts {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
}
export type Tx = Transaction<Database>
export type Row = Selectable<DecreeRow>

export function decreeOf(row: Row): Decree {
  const { id, name, state, version, seen, authors } = row
  const { taken_by: by, taken_at: at, taken_why: why } = row
  return {
    ...{ id, name, state, version, seen, authors, form: formOf(row) },
    change: row.change === null ? undefined : (JSON.parse(row.change) as LawChange), // written below, from a checked form
    reviewer: row.reviewer ?? undefined,
    secondRead: row.second_read ?? undefined,
    note: row.note ?? undefined,
    changedAt: row.changed_at,
    publishedAt: row.published_at ?? undefined,
    taken: by === null || at === null ? undefined : { by, at, why: why ?? '' },
  }
}

export function formOf({ form }: Pick<Row, 'form'>): DecreeForm {
  return JSON.parse(form) as DecreeForm // written by this adapter, from a checked form
}

export function columnsOf(form: DecreeForm) {
  return { form: JSON.stringify(form), touched: [...touchedBy(form)] }
}

export async function versionNow(db: Db | Tx): Promise<number> {
  const row = await db.selectFrom('answer_state').select('version').executeTakeFirstOrThrow()
  return row.version
}

/** Counts one publication on. The caller holds the lock. */
export async function nextVersion(tx: Tx): Promise<number> {
  const row = await tx
    .updateTable('answer_state')
    .set({ version: sql<number>`version + 1` })
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Was another one that touches the same published or taken back after that number? */
export async function isMovedSince(
  db: Db | Tx,
  { id, touched, seen }: { readonly id: number; readonly touched: readonly string[]; readonly seen: number },
): Promise<boolean> {
  const other = await db
    .selectFrom('decree')
    .select('id')
    .where('id', '!=', id)
    .where('moved_no', '>', seen)
    .where(sql<boolean>`touched && ${[...touched]}::text[]`)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** A form as the audit shows it: one line a number. */
export function audited({ rows, documents, read }: DecreeForm): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(
      rows.map(({ name, kind, value, from, act, certainty, checkBy }) => [
        name,
        kind === 'check' ? `xem lại đến ${checkBy}` : `${value} từ ${from} (${act}, ${certainty})`,
      ]),
    ),
    'văn bản mới': documents.map(({ number }) => number).join(', '),
    'đọc ở': read,
  }
}
