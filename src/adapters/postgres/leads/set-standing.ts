import type { Transaction } from 'kysely'
import type { AgentState, PointState } from '../../../leads/agent.ts'
import type { Standing } from '../../../leads/register.ts'
import { staffActor } from '../../../leads/viewer.ts'
import type { Database, Db } from '../database/schema.ts'
import type { AuditEntry } from '../../../staff/account.ts'
import { writeAudit } from '../staff/audit.ts'
import { giveOn, type GiveOnParts, type ToGive } from './give-on.ts'

type Tx = Transaction<Database>

export interface StandingParts extends GiveOnParts {
  readonly db: Db
}

/** Which open leads leave their agent: everything when suspended, only what was not accepted yet when on leave. */
const leaving = { suspended: ['offered', 'accepted', 'contacted'], 'on-leave': ['offered'] } as const

export function setAgent(
  parts: StandingParts,
  agent: string,
  standing: Standing<AgentState>,
  by: string,
): Promise<number | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const { state } = standing
    const before = await tx
      .selectFrom('agent')
      .select(was)
      .where('id', '=', agent)
      .forUpdate()
      .executeTakeFirst()
    if (!before) return undefined
    await tx
      .updateTable('agent')
      .set({ state, ...since(parts, standing) })
      .where('id', '=', agent)
      .execute()
    await writeAudit(tx, parts, {
      actor: by,
      action: 'agent.standing',
      subject: agent,
      ...changed(before, standing),
    })
    return state === 'active'
      ? 0
      : takeAway(tx, parts, { agents: [agent], states: leaving[state], by: staffActor(by) })
  })
}

/** A point that does not work takes its agents with it: their leads go on as if they were suspended. */
export function setPoint(
  parts: StandingParts,
  point: string,
  standing: Standing<PointState>,
  by: string,
): Promise<number | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const { state } = standing
    const points = tx.selectFrom('collection_point').select(was).where('id', '=', point)
    const before = await points.forUpdate().executeTakeFirst()
    if (!before) return undefined
    await tx
      .updateTable('collection_point')
      .set({ state, ...since(parts, standing) })
      .where('id', '=', point)
      .execute()
    await writeAudit(tx, parts, {
      actor: by,
      action: 'point.standing',
      subject: point,
      ...changed(before, standing),
    })
    if (state === 'active') return 0
    const rows = await tx.selectFrom('agent').select('id').where('point_id', '=', point).execute()
    return takeAway(tx, parts, {
      agents: rows.map(({ id }) => id),
      states: leaving.suspended,
      by: staffActor(by),
    })
  })
}

const was = ['state', 'state_reason', 'state_until'] as const

/** From which state to which, why, until when: for the audit. */
function changed(
  before: { readonly state: string; readonly state_reason: string; readonly state_until: string | null },
  { state, reason = '', until }: Standing<string>,
): Pick<AuditEntry, 'before' | 'after'> {
  return {
    before: { state: before.state, reason: before.state_reason, until: before.state_until ?? '' },
    after: { state, reason, until: until ?? '' },
  }
}

function since({ clock }: StandingParts, { reason = '', until }: Standing<unknown>) {
  return { state_since: clock.now(), state_reason: reason, state_until: until ?? null }
}

interface Taking {
  readonly agents: readonly string[]
  readonly states: readonly ('offered' | 'accepted' | 'contacted')[]
  readonly by: string
}

/** Their open leads in these states go to others at once. Answers how many. */
export async function takeAway(
  tx: Tx,
  parts: StandingParts,
  { agents, states, by }: Taking,
): Promise<number> {
  if (agents.length === 0) return 0
  const leads = await tx
    .selectFrom('lead as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .select(['l.id', 'l.person_id', 'l.agent_id', 'l.commune_code', 'l.programme', 'l.priority'])
    .select(['p.wrapped_key', 'p.channel', 'p.desk'])
    .where('l.agent_id', 'in', agents)
    .where('l.state', 'in', states)
    .orderBy('l.call_before')
    .forUpdate('l')
    .execute()
  for (const lead of leads) await takeOne(tx, parts, lead, by)
  return leads.length
}

function takeOne(
  tx: Tx,
  parts: StandingParts,
  lead: ToGive & { readonly agent_id: string | null },
  by: string,
): Promise<void> {
  return giveOn(tx, parts, lead, { fact: { fact: 'taken-away', actor: by, detail: lead.agent_id ?? '' } })
}
