import type { AgentEntry, PointEntry } from '../../../leads/register.ts'
import type { Db } from '../database/schema.ts'
import type { Vault } from '../sealing/vault.ts'

/** Agents and points as they are registered, least id first. */
export async function readRegister({ db, vault }: { readonly db: Db; readonly vault: Vault }) {
  const points = await db.selectFrom('collection_point').selectAll().orderBy('id').execute()
  const agents = await db.selectFrom('agent').selectAll().orderBy('id').execute()
  const cover = await db.selectFrom('agent_commune').selectAll().orderBy('commune_code').execute()
  const communes = new Map<string, string[]>()
  for (const { agent_id, commune_code } of cover) {
    communes.set(agent_id, [...(communes.get(agent_id) ?? []), commune_code])
  }
  return {
    points: points.map(pointOf),
    agents: agents.map((row) => {
      const key = vault.openKey(row.wrapped_key)
      const quiet =
        row.quiet_from === null || row.quiet_until === null
          ? undefined
          : { from: row.quiet_from, until: row.quiet_until }
      return {
        ...{ id: row.id, name: row.name, organisation: row.organisation, point: row.point_id, quiet },
        ...{ cardNumber: row.card_number, capacity: row.capacity, standing: standingOf(row) },
        phone: key.open('agent.phone', row.sealed_phone),
        email: row.sealed_email === null ? undefined : key.open('agent.email', row.sealed_email),
        communes: communes.get(row.id) ?? [],
        trainedUntil: row.trained_until ?? undefined,
      } satisfies AgentEntry
    }),
  }
}

function pointOf(
  row: Parameters<typeof standingOf<PointEntry['standing']['state']>>[0] & {
    readonly id: string
    readonly name: string
    readonly organisation: string
    readonly commune_code: string
    readonly address: string
    readonly hours: string
  },
): PointEntry {
  const { id, name, organisation, commune_code: commune, address, hours } = row
  return { id, name, organisation, commune, address, hours, standing: standingOf(row) }
}

function standingOf<State>({
  state,
  state_reason: reason,
  state_until: until,
}: {
  readonly state: State
  readonly state_reason: string
  readonly state_until: `${number}-${number}-${number}` | null
}) {
  return { state, reason, until: until ?? undefined }
}
