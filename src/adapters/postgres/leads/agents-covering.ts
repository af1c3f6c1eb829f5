import { sql } from 'kysely'
import { z } from 'zod'
import type { Agent, AgentState, CommuneDesks, PointState } from '../../../leads/agent.ts'
import type { Day } from '../../../policy/values.ts'
import type { Db } from '../database/schema.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly state: AgentState
  readonly point_id: string
  readonly point_state: PointState
  readonly trained_until: Day | null
  readonly capacity: number
  readonly quiet_from: number | null
  readonly quiet_until: number | null
  readonly last_offered_at: Date | null
  readonly communes: string | null
  readonly leaves: string | null
  readonly open_leads: number
}

/**
 * Every agent who covers the commune, active or not, least id first. How busy an agent is counts every lead that is not
 * closed; a state with a last day is over on the day after.
 */
export async function agentsCovering(db: Db, commune: string, today: Day): Promise<readonly Agent[]> {
  const { rows } = await sql<Row>`
    select a.id, a.name, a.organisation, a.point_id, a.trained_until, a.capacity, a.quiet_from, a.quiet_until,
      a.last_offered_at,
      case when a.state_until < ${today} then 'active' else a.state end as state,
      case when p.state_until < ${today} then 'active' else p.state end as point_state,
      (select string_agg(c.commune_code, ',') from agent_commune c where c.agent_id = a.id) as communes,
      (select json_agg(json_build_object('from', v.from_day, 'until', v.until_day))::text from agent_leave v
        where v.agent_id = a.id and v.cancelled_at is null and v.until_day >= ${today}) as leaves,
      (select count(*)::int from lead l where l.agent_id = a.id and l.state <> 'closed') as open_leads
    from agent a join collection_point p on p.id = a.point_id
    where exists (select 1 from agent_commune c where c.agent_id = a.id and c.commune_code = ${commune})
    order by a.id`.execute(db)
  return rows.map(agentOf)
}

const leaves = z.array(z.object({ from: z.custom<Day>(), until: z.custom<Day>() })) // the columns are checked

function agentOf(row: Row): Agent {
  const { id, name, organisation, state, capacity, quiet_from, quiet_until } = row
  return {
    ...{ id, name, organisation, state, capacity },
    point: { id: row.point_id, state: row.point_state },
    communes: row.communes?.split(',') ?? [],
    trainedUntil: row.trained_until ?? undefined,
    quiet: quiet_from === null || quiet_until === null ? undefined : { from: quiet_from, until: quiet_until },
    leaves: row.leaves === null ? [] : leaves.parse(JSON.parse(row.leaves)),
    openLeads: row.open_leads,
    lastOfferedAt: row.last_offered_at ?? undefined,
  }
}

/** Who takes over there when no agent can. */
export async function desksOf(db: Db, commune: string): Promise<CommuneDesks> {
  const row = await db
    .selectFrom('commune_desk as d')
    .leftJoin('local_office as o', (join) => join.onRef('o.id', '=', 'd.office_id').on('o.active', '=', true))
    .select(['d.officer_id', 'd.officer_name', 'o.id as office_id', 'o.name as office_name'])
    .where('d.commune_code', '=', commune)
    .executeTakeFirst()
  return {
    officer: named(row?.officer_id, row?.officer_name),
    office: named(row?.office_id, row?.office_name),
  }
}

function named(id: string | null | undefined, name: string | null | undefined) {
  return id === null || id === undefined ? undefined : { id, name: name ?? id }
}
