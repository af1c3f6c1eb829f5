import { type DeskNotice, type DeskNotices, type NoticeKind, noticeKinds } from '../../staff/notices.ts'
import { writeAudit } from './staff/audit.ts'
import type { StaffParts } from './staff/staff-parts.ts'

export function openDeskNotices(parts: StaffParts): DeskNotices {
  return {
    list: (which, most) => list(parts, which, most),
    settle: (id, answer, by) => settle(parts, { id, answer, by }),
  }
}

async function list(
  { db }: StaffParts,
  which: 'open' | 'done',
  most: number,
): Promise<readonly DeskNotice[]> {
  const rows = await db
    .selectFrom('staff_notice as n')
    .leftJoin('lead as l', 'l.id', 'n.lead_id')
    .leftJoin('agent as a', 'a.id', 'l.agent_id')
    .select(['n.id', 'n.kind', 'n.at', 'n.settled_at', 'n.settled_by', 'n.answer', 'n.lead_id'])
    .select(['l.code', 'l.commune_code', 'l.state', 'a.name as agent_name'])
    .where('n.kind', 'in', noticeKinds)
    .where('n.settled_at', which === 'open' ? 'is' : 'is not', null)
    .orderBy(which === 'open' ? 'n.at' : 'n.settled_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...{ id: Number(row.id), at: row.at },
    kind: row.kind as NoticeKind, // the query takes no other
    lead: leadOf(row),
    settled:
      row.settled_at === null
        ? undefined
        : { at: row.settled_at, by: row.settled_by ?? '', answer: row.answer ?? undefined },
  }))
}

function leadOf({
  lead_id: id,
  code,
  commune_code: commune,
  state,
  agent_name,
}: {
  readonly lead_id: string | null
  readonly code: string | null
  readonly commune_code: string | null
  readonly state: NonNullable<DeskNotice['lead']>['state'] | null
  readonly agent_name: string | null
}): DeskNotice['lead'] {
  if (id === null || code === null || commune === null || state === null) return undefined
  return { id, code, commune, state, agent: agent_name ?? undefined }
}

interface Settling {
  readonly id: number
  readonly answer: string | undefined
  readonly by: string
}

function settle(parts: StaffParts, { id, answer, by }: Settling): Promise<boolean> {
  return parts.db.transaction().execute(async (tx) => {
    const settled = await tx
      .updateTable('staff_notice')
      .set({ settled_at: parts.clock.now(), settled_by: by, answer: answer ?? null })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning('kind')
      .executeTakeFirst()
    if (!settled) return false
    await writeAudit(tx, parts, { actor: by, action: 'notice.settle', subject: `${settled.kind} ${id}` })
    return true
  })
}
