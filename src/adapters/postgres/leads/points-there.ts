import { sql } from 'kysely'
import type { PlaceToGo, PointsThere } from '../../../conversation/found.ts'
import type { Day } from '../../../policy/values.ts'
import type { Db } from '../database/schema.ts'

const MOST = 3

/**
 * Points that are open today: those in the commune, then those of agents who cover it from elsewhere; and the local office
 * that serves it. Who covers a commune is in the register of agents.
 */
export async function pointsThere(db: Db, commune: string, today: Day): Promise<PointsThere> {
  const { rows: points } = await sql<PlaceToGo>`
    select p.name, p.address, p.hours from collection_point p
    where (p.state = 'active' or p.state_until < ${today})
      and (p.commune_code = ${commune} or exists (
        select 1 from agent a join agent_commune c on c.agent_id = a.id
        where a.point_id = p.id and c.commune_code = ${commune} and (a.state = 'active' or a.state_until < ${today})))
    order by (p.commune_code = ${commune}) desc, p.id limit ${MOST}`.execute(db)
  const office = await db
    .selectFrom('commune_desk as d')
    .innerJoin('local_office as o', 'o.id', 'd.office_id')
    .select(['o.name', 'o.address', 'o.hours'])
    .where('d.commune_code', '=', commune)
    .where('o.active', '=', true)
    .executeTakeFirst()
  return { points, office }
}
