import type { AgentEntry, PointEntry } from '../../leads/register.ts'
import { inSlices } from '../../in-slices.ts'
import type { Sheet } from '../../sheets/cell.ts'
import { columnsWith, type RowOf } from '../../sheets/kinds.ts'
import { changesOf, tableOf, twice, wrong, type Keep, type Planned, type PlanParts } from './planned.ts'

/** Collection agents: every one at a point that is known. Who is taken out of work by the file loses their leads at once. */
export async function planAgents(sheets: readonly Sheet[], { store, commune }: PlanParts): Promise<Planned> {
  const { table, sheet } = await inSlices(tableOf(sheets, columnsWith(commune).agents))
  const known = await store.register.all()
  const points = new Set(known.points.map(({ id }) => id))
  const before = new Map(known.agents.map((agent) => [agent.id, agent]))
  const entries = table.rows.map(({ row }) => agentEntry(row, before.get(row.id)))
  const errors = [
    ...table.errors,
    ...twice(
      sheet,
      table.rows.map(({ at, row }) => ({ at, key: row.id })),
      'Mã nhân viên',
    ),
    ...twice(
      sheet,
      table.rows.map(({ at, row }) => ({ at, key: row.cardNumber })),
      'Số thẻ',
    ),
    ...table.rows
      .filter(({ row }) => !points.has(row.point))
      .map(({ at, row }) =>
        wrong(sheet, at, 'Mã điểm thu', `chưa có điểm thu mã "${row.point}"; nhập điểm thu trước`),
      ),
  ]
  const keep: Keep = async ({ by }) => {
    await store.register.put({ agents: entries })
    let moved = 0
    for (const { id, standing } of entries) {
      if (standing.state === 'active' || before.get(id)?.standing.state === standing.state) continue
      moved += (await store.register.setAgent(id, standing, by)) ?? 0
    }
    return { moved, notes: [] }
  }
  const changes = await inSlices(changesOf(entries, before, ({ id }) => id))
  return { rows: table.rows.length, errors, changes, keep }
}

/** What the file does not say stays as it was. */
function agentEntry(row: RowOf<'agents'>, before: AgentEntry | undefined): AgentEntry {
  const { state, ...rest } = row
  return {
    ...rest,
    communes: row.communes.toSorted(),
    email: row.email ?? before?.email,
    trainedUntil: row.trainedUntil ?? before?.trainedUntil,
    capacity: row.capacity ?? before?.capacity,
    quiet: before?.quiet,
    standing: standingOf(state, before?.standing),
  }
}

/** A state that the file changes has no reason and no last day of its own. */
function standingOf<State>(
  state: State | undefined,
  before: AgentEntry['standing'] | PointEntry['standing'] | undefined,
) {
  const kept = before ?? { state: 'active' as const }
  // The one before has states of the same kind: an agent's with an agent, a point's with a point.
  return (state === undefined || state === kept.state ? kept : { state }) as { state: State }
}

/** Collection points; one that is taken out of work takes its agents' leads with it. */
export async function planPoints(sheets: readonly Sheet[], { store, commune }: PlanParts): Promise<Planned> {
  const { table, sheet } = await inSlices(tableOf(sheets, columnsWith(commune).points))
  const known = await store.register.all()
  const before = new Map(known.points.map((point) => [point.id, point]))
  const entries = table.rows.map(({ row: { state, ...rest } }): PointEntry => {
    return { ...rest, standing: standingOf(state, before.get(rest.id)?.standing) }
  })
  const errors = [
    ...table.errors,
    ...twice(
      sheet,
      table.rows.map(({ at, row }) => ({ at, key: row.id })),
      'Mã điểm thu',
    ),
  ]
  const keep: Keep = async ({ by }) => {
    await store.register.put({ points: entries })
    let moved = 0
    for (const { id, standing } of entries) {
      if (standing.state === 'active' || before.get(id)?.standing.state === standing.state) continue
      moved += (await store.register.setPoint(id, standing, by)) ?? 0
    }
    return { moved, notes: [] }
  }
  const changes = await inSlices(changesOf(entries, before, ({ id }) => id))
  return { rows: table.rows.length, errors, changes, keep }
}

/** A row a commune, or several in one cell: an agent covers all that the file names for them, and nothing else. */
export async function planCoverage(
  sheets: readonly Sheet[],
  { store, commune }: PlanParts,
): Promise<Planned> {
  const { table, sheet } = await inSlices(tableOf(sheets, columnsWith(commune).coverage))
  const known = (await store.register.all()).agents
  const agents = new Set(known.map(({ id }) => id))
  const communes = new Map<string, Set<string>>()
  for (const { row } of table.rows) {
    communes.set(row.agent, new Set([...(communes.get(row.agent) ?? []), ...row.communes]))
  }
  const errors = [
    ...table.errors,
    ...table.rows
      .filter(({ row }) => !agents.has(row.agent))
      .map(({ at, row }) => wrong(sheet, at, 'Mã nhân viên', `chưa có nhân viên thu mã "${row.agent}"`)),
  ]
  const entries = [...communes].map(([agent, codes]) => ({ agent, communes: [...codes].toSorted() }))
  const before = new Map(known.map(({ id, communes: codes }) => [id, { agent: id, communes: codes }]))
  const keep: Keep = async () => {
    await store.register.cover(entries)
    return { moved: 0, notes: [] }
  }
  const changes = await inSlices(changesOf(entries, before, ({ agent }) => agent))
  return { rows: table.rows.length, errors, changes, keep }
}
