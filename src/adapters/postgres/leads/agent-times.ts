import { randomUUID } from 'node:crypto'
import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { AgentTimes, OwnTimes } from '../../../leads/agent-times.ts'
import type { Leave, QuietHours } from '../../../leads/agent.ts'
import type { Day } from '../../../policy/values.ts'
import type { Db } from '../database/schema.ts'
import { takeAway, type StandingParts } from './set-standing.ts'

/** Leave and quiet hours, as agents set them; routing and the clock read the same columns. */
export function openAgentTimes(parts: StandingParts): AgentTimes {
  const { db, clock } = parts
  return {
    of: (agent, today) => timesOf(db, agent, today),
    setQuiet: (agent, quiet) => setQuiet(db, agent, quiet),
    addLeave: (agent, leave, by) => addLeave(parts, agent, leave, by),
    async cancelLeave(agent, id) {
      const { numUpdatedRows } = await db
        .updateTable('agent_leave')
        .set({ cancelled_at: clock.now() })
        .where('id', '=', id)
        .where('agent_id', '=', agent)
        .where('cancelled_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

async function timesOf(db: Db, agent: string, today: Day): Promise<OwnTimes> {
  const row = await db
    .selectFrom('agent')
    .select(['quiet_from', 'quiet_until'])
    .where('id', '=', agent)
    .executeTakeFirst()
  const leaves = await db
    .selectFrom('agent_leave')
    .select(['id', 'from_day', 'until_day'])
    .where('agent_id', '=', agent)
    .where('cancelled_at', 'is', null)
    .where('until_day', '>=', today)
    .orderBy('from_day')
    .execute()
  const { quiet_from: from = null, quiet_until: until = null } = row ?? {}
  return {
    quiet: from === null || until === null ? undefined : { from, until },
    leaves: leaves.map(({ id, from_day, until_day }) => ({ id, from: from_day, until: until_day })),
  }
}

export async function setQuiet(db: Db, agent: string, quiet: QuietHours | undefined): Promise<void> {
  const hours = { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null }
  await db.updateTable('agent').set(hours).where('id', '=', agent).execute()
}

/** Enters the days away; what was offered and not accepted goes on at once when they have begun. */
export function addLeave(
  parts: StandingParts,
  agent_id: string,
  { from: from_day, until: until_day }: Leave,
  made_by: string,
): Promise<string> {
  const now = parts.clock.now()
  const today = dayInVietNam(now)
  return parts.db.transaction().execute(async (tx) => {
    await tx.selectFrom('agent').select('id').where('id', '=', agent_id).forUpdate().execute()
    const same = await tx
      .selectFrom('agent_leave')
      .select('id')
      .where((is) => is.and({ agent_id, from_day, until_day }))
      .where('cancelled_at', 'is', null)
      .executeTakeFirst()
    if (same) return same.id
    const id = randomUUID()
    await tx
      .insertInto('agent_leave')
      .values({ id, agent_id, from_day, until_day, made_by, made_at: now, cancelled_at: null })
      .execute()
    if (from_day <= today && today <= until_day)
      await takeAway(tx, parts, { agents: [agent_id], states: ['offered'], by: made_by })
    return id
  })
}
