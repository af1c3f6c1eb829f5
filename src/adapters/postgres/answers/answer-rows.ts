import type { Selectable, Transaction } from 'kysely'
import type { NewDraft } from '../../../answers/ports.ts'
import type { AnswerText, Revision } from '../../../answers/revision.ts'
import type { AuditEntry } from '../../../staff/account.ts'
import type { Clock } from '../../../ports.ts'
import type { Database, Db } from '../database/schema.ts'
import type { AnswerRevisionRow } from '../database/schema-answers.ts'
import type { Vault } from '../sealing/vault.ts'
import { writeAudit } from '../staff/audit.ts'

export interface AnswerParts {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
}
export type Tx = Transaction<Database>
export type Row = Selectable<AnswerRevisionRow>

export function revisionOf(row: Row): Revision {
  const { id, name, state, version, authors } = row
  return {
    ...{ id, entry: row.entry_id, name, state, version, authors, text: textOf(row.text) },
    base: row.base === null ? undefined : textOf(row.base),
    baseId: row.base_id ?? undefined,
    reviewer: row.reviewer ?? undefined,
    note: row.note ?? undefined,
    changedAt: row.changed_at,
    publishAt: row.publish_at ?? undefined,
    publishedAt: row.published_at ?? undefined,
    batch: row.batch ?? undefined,
  }
}

export function textOf(json: string): AnswerText {
  return JSON.parse(json) as AnswerText // written by this adapter, from a checked text
}

/** The columns of a revision that nobody has signed yet. */
export function newRow({ entry, name, text, base, batch }: NewDraft, by: string, now: Date) {
  return {
    ...{ entry_id: entry, name, authors: [by], changed_at: now },
    text: JSON.stringify(text),
    base: base ? JSON.stringify(base) : null,
    batch: batch ?? null,
  }
}

/** The revision that is served instead of the file. */
export async function servedId(db: Db | Tx, entry: string): Promise<number | null> {
  const row = await db
    .selectFrom('answer_served')
    .select('revision_id')
    .where('entry_id', '=', entry)
    .executeTakeFirst()
  return row?.revision_id ?? null
}

/** The audit's line of a change: which revision, and what it says before and after in the fields that moved. */
export function note(tx: Tx, parts: AnswerParts, entry: AuditEntry): Promise<void> {
  return writeAudit(tx, parts, entry)
}

/** A text as the audit shows it. */
export function audited(text: AnswerText | undefined): Readonly<Record<string, string | undefined>> {
  if (!text) return {}
  const fields = Object.entries(text).map(([field, value]) => [
    field,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return Object.fromEntries(fields) as Record<string, string>
}
