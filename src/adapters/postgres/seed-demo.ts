import type { Transaction } from 'kysely'
import type { CollectionAgent, DemoPlaces } from '../../places/place-files.ts'
import type { Database, Db } from './database/schema.ts'
import type { Vault } from './sealing/vault.ts'

type Tx = Transaction<Database>

/** Puts the invented agents and points in, or brings them up to date; running it again changes nothing. */
export async function seedDemo(db: Db, vault: Vault, demo: DemoPlaces): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await upsertPoints(tx, demo)
    for (const agent of demo.agents) await upsertAgent(tx, vault, agent)
  })
}

async function upsertPoints(tx: Tx, { points }: DemoPlaces): Promise<void> {
  for (const { id, name, organisation, commune, address, hours, status } of points) {
    const point = { name, organisation, commune_code: commune, address, hours, active: status === 'active' }
    await tx
      .insertInto('collection_point')
      .values({ id, ...point })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(point))
      .execute()
  }
}

async function upsertAgent(tx: Tx, vault: Vault, agent: CollectionAgent): Promise<void> {
  const { id, name, organisation, phone, communes, cardNumber, point, status } = agent
  const known = await tx.selectFrom('agent').select('wrapped_key').where('id', '=', id).executeTakeFirst()
  const wrapped_key = known?.wrapped_key ?? vault.newKey()
  const sealed_phone = vault.openKey(wrapped_key).seal('agent.phone', phone.replace(/^0/, '+84'))
  const active = status === 'active'
  const row = { name, organisation, active, sealed_phone, card_number: cardNumber, point_id: point }
  await tx
    .insertInto('agent')
    .values({ id, wrapped_key, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await tx.deleteFrom('agent_commune').where('agent_id', '=', id).execute()
  await tx
    .insertInto('agent_commune')
    .values(communes.map((commune_code) => ({ agent_id: id, commune_code })))
    .execute()
}
