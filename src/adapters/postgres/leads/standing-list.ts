import { fold } from '../../../conversation/fold.ts'
import type { AgentStanding, PointStanding, StandingList } from '../../../leads/standing-list.ts'
import type { Db } from '../database/schema.ts'

/** A province has a thousand agents and two thousand points: names are compared here, as they are typed. */
export function openStandingList(db: Db): StandingList {
  return {
    agents: (find, onlyResting, most) => agents(db, { find, onlyResting, most }),
    points: (find, onlyResting, most) => points(db, { find, onlyResting, most }),
  }
}

interface Search {
  readonly find: string
  readonly onlyResting: boolean
  readonly most: number
}

interface Named {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly state: string
}

function chosen<R extends Named>(rows: readonly R[], { find, onlyResting, most }: Search): readonly R[] {
  const wanted = fold(find)
  return rows
    .filter(({ state }) => !onlyResting || state !== 'active')
    .filter(({ id, name, organisation }) =>
      [id, name, organisation].some((text) => fold(text).includes(wanted)),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
    .slice(0, most)
}

async function agents(db: Db, search: Search): Promise<readonly AgentStanding[]> {
  const rows = await db
    .selectFrom('agent as a')
    .innerJoin('collection_point as p', 'p.id', 'a.point_id')
    .select(['a.id', 'a.name', 'a.organisation', 'a.state', 'a.state_reason', 'a.state_until'])
    .select(['a.trained_until', 'a.capacity', 'p.name as point'])
    .execute()
  const found = chosen(rows, search)
  const open = await openLeadsOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map(({ state_reason, state_until, trained_until, ...row }) => ({
    ...row,
    reason: state_reason,
    until: state_until ?? undefined,
    trainedUntil: trained_until ?? undefined,
    openLeads: open.get(row.id) ?? 0,
  }))
}

async function openLeadsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('lead')
    .select('agent_id')
    .select(({ fn }) => fn.countAll().as('leads'))
    .where('agent_id', 'in', ids)
    .where('state', '<>', 'closed')
    .groupBy('agent_id')
    .execute()
  return new Map(rows.map(({ agent_id, leads }) => [agent_id ?? '', Number(leads)]))
}

async function points(db: Db, search: Search): Promise<readonly PointStanding[]> {
  const rows = await db
    .selectFrom('collection_point')
    .select(['id', 'name', 'organisation', 'state', 'state_reason', 'state_until', 'commune_code'])
    .execute()
  const found = chosen(rows, search)
  const people = await agentsAt(
    db,
    found.map(({ id }) => id),
  )
  return found.map(({ state_reason, state_until, commune_code, ...row }) => ({
    ...row,
    commune: commune_code,
    reason: state_reason,
    until: state_until ?? undefined,
    agents: people.get(row.id) ?? 0,
  }))
}

async function agentsAt(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agent')
    .select('point_id')
    .select(({ fn }) => fn.countAll().as('people'))
    .where('point_id', 'in', ids)
    .groupBy('point_id')
    .execute()
  return new Map(rows.map(({ point_id, people }) => [point_id, Number(people)]))
}
