import type { AuditEntry, AuditFilter, AuditLine, Changes } from '../../../staff/account.ts'
import type { AuditLog } from '../../../staff/ports.ts'
import type { StaffParts, Tx } from './staff-parts.ts'

const PAGE = 50
const HASH_LETTERS = 16

export function openAuditLog(parts: StaffParts): AuditLog {
  return {
    write: (entry) => parts.db.transaction().execute((tx) => writeAudit(tx, parts, entry)),
    list: (filter) => listAudit(parts, filter),
  }
}

/** Writes the line in the transaction of the change itself: one does not exist without the other. */
export async function writeAudit(
  tx: Tx,
  { vault, clock }: Pick<StaffParts, 'vault' | 'clock'>,
  { actor, action, subject, before = {}, after = {}, personal = [] }: AuditEntry,
): Promise<void> {
  const shown = (field: string, value: string | undefined) =>
    value === undefined || !personal.includes(field)
      ? value
      : `#${vault.hash('person', `audit ${field} ${value}`).slice(0, HASH_LETTERS)}`
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changes = fields
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, { from: shown(field, before[field]), to: shown(field, after[field]) }])
  await tx
    .insertInto('staff_audit')
    .values({ at: clock.now(), actor, action, subject, changes: JSON.stringify(Object.fromEntries(changes)) })
    .execute()
}

async function listAudit({ db }: StaffParts, filter: AuditFilter): Promise<readonly AuditLine[]> {
  const { actor, action, subject, from, until, before } = filter
  let lines = db.selectFrom('staff_audit').selectAll().orderBy('id', 'desc').limit(PAGE)
  if (actor !== undefined) lines = lines.where('actor', '=', actor)
  if (action !== undefined) lines = lines.where('action', '=', action)
  if (subject !== undefined) lines = lines.where('subject', '=', subject)
  if (from !== undefined) lines = lines.where('at', '>=', from)
  if (until !== undefined) lines = lines.where('at', '<', until)
  if (before !== undefined) lines = lines.where('id', '<', before)
  const rows = await lines.execute()
  return rows.map(({ changes, ...row }) => ({ ...row, changes: JSON.parse(changes) as Changes })) // writeAudit wrote it
}
