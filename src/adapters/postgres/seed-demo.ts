import type { Transaction } from 'kysely'
import type { CollectionAgent, DemoPlaces } from '../../places/place-files.ts'
import type { Database, Db } from './database/schema.ts'
import type { Vault } from './sealing/vault.ts'

type Tx = Transaction<Database>

/**
 * Puts the invented agents and points in, or brings them up to date; running it again changes nothing.
 * One statement a table: the simulator does this at every start.
 */
export async function seedDemo(db: Db, vault: Vault, { points, agents }: DemoPlaces): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (points.length > 0) await upsertPoints(tx, points)
    if (agents.length > 0) await upsertAgents(tx, vault, agents)
  })
}

async function upsertPoints(tx: Tx, points: DemoPlaces['points']): Promise<void> {
  const rows = points.map(({ commune, status, id, name, organisation, address, hours }) => {
    return { id, name, organisation, commune_code: commune, address, hours, active: status === 'active' }
  })
  await tx
    .insertInto('collection_point')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        organisation: given.ref('excluded.organisation'),
        commune_code: given.ref('excluded.commune_code'),
        address: given.ref('excluded.address'),
        hours: given.ref('excluded.hours'),
        active: given.ref('excluded.active'),
      })),
    )
    .execute()
}

async function upsertAgents(tx: Tx, vault: Vault, agents: DemoPlaces['agents']): Promise<void> {
  const known = await tx.selectFrom('agent').select(['id', 'wrapped_key']).execute()
  const keys = new Map(known.map(({ id, wrapped_key }) => [id, wrapped_key]))
  const rows = agents.map((agent) => agentRow(vault, agent, keys.get(agent.id) ?? vault.newKey()))
  await tx
    .insertInto('agent')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        organisation: given.ref('excluded.organisation'),
        active: given.ref('excluded.active'),
        sealed_phone: given.ref('excluded.sealed_phone'),
        card_number: given.ref('excluded.card_number'),
        point_id: given.ref('excluded.point_id'),
      })),
    )
    .execute()
  await setCommunes(tx, agents)
}

function agentRow(vault: Vault, agent: CollectionAgent, wrapped_key: string) {
  const { id, name, organisation, phone, cardNumber, point, status } = agent
  const sealed_phone = vault.openKey(wrapped_key).seal('agent.phone', phone.replace(/^0/, '+84'))
  const active = status === 'active'
  return {
    id,
    wrapped_key,
    name,
    organisation,
    active,
    sealed_phone,
    card_number: cardNumber,
    point_id: point,
  }
}

async function setCommunes(tx: Tx, agents: DemoPlaces['agents']): Promise<void> {
  const ids = agents.map(({ id }) => id)
  await tx.deleteFrom('agent_commune').where('agent_id', 'in', ids).execute()
  await tx
    .insertInto('agent_commune')
    .values(
      agents.flatMap(({ id, communes }) => communes.map((commune_code) => ({ agent_id: id, commune_code }))),
    )
    .execute()
}
