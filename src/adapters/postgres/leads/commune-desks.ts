import type { Transaction } from 'kysely'
import type { OfficeEntry, OfficerEntry } from '../../../leads/register.ts'
import type { Database } from '../database/schema.ts'
import { groupsOf } from './groups-of.ts'

type Tx = Transaction<Database>

/** Communes of an office that is put in again are only those it names now. */
export async function putOffices(tx: Tx, offices: readonly OfficeEntry[]): Promise<void> {
  const rows = offices.map(({ id, name, commune, address, hours, phone }) => {
    return { id, name, commune_code: commune, address, hours, phone }
  })
  await tx
    .insertInto('local_office')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        commune_code: given.ref('excluded.commune_code'),
        address: given.ref('excluded.address'),
        hours: given.ref('excluded.hours'),
        phone: given.ref('excluded.phone'),
      })),
    )
    .execute()
  const ids = offices.map(({ id }) => id)
  await tx.updateTable('commune_desk').set({ office_id: null }).where('office_id', 'in', ids).execute()
  const served = offices.flatMap(({ id, communes }) => communes.map((code) => [code, id] as const))
  for (const group of groupsOf([...new Map(served)])) {
    await tx
      .insertInto('commune_desk')
      .values(group.map(([commune_code, office_id]) => ({ commune_code, office_id })))
      .onConflict((conflict) =>
        conflict
          .column('commune_code')
          .doUpdateSet((given) => ({ office_id: given.ref('excluded.office_id') })),
      )
      .execute()
  }
}

/** Who looks after which commune. */
export async function putOfficers(tx: Tx, officers: readonly OfficerEntry[]): Promise<void> {
  await tx
    .insertInto('commune_desk')
    .values(
      officers.map(({ commune, id, name }) => ({
        commune_code: commune,
        officer_id: id,
        officer_name: name,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('commune_code').doUpdateSet((given) => ({
        officer_id: given.ref('excluded.officer_id'),
        officer_name: given.ref('excluded.officer_name'),
      })),
    )
    .execute()
}
