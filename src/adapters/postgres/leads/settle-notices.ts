import type { Transaction } from 'kysely'
import type { Viewer } from '../../../leads/viewer.ts'
import type { NoticeKind } from '../../../staff/notices.ts'
import type { Database } from '../database/schema.ts'

type Tx = Transaction<Database>

/** What is over once somebody has the lead, has called, or need not call: a wrong code or a low rating is not. */
const overWith: readonly NoticeKind[] = ['lead-unassigned', 'lead-not-told', 'lead-late']

interface SeenTo {
  readonly by: string
  readonly how: string
  readonly at: Date
}

/** What the desks were told of a lead is seen to by what was done with it; who did it, and how, stands on the list. */
export async function settleNotices(tx: Tx, lead: string, { by, how, at }: SeenTo): Promise<void> {
  await tx
    .updateTable('staff_notice')
    .set({ settled_at: at, settled_by: by, answer: how })
    .where('lead_id', '=', lead)
    .where('settled_at', 'is', null)
    .where('kind', 'in', overWith)
    .execute()
}

/** As the list names them: staff by login, an agent by name. */
export async function nameOf(tx: Tx, viewer: Viewer): Promise<string> {
  if (viewer.kind === 'staff') return viewer.login
  return `nhân viên thu ${await agentName(tx, viewer.id)}`
}

export async function agentName(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('agent').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? id
}
