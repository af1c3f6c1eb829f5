import { sql } from 'kysely'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'

/** Every row of every table of a store that nobody has open, by table, as JSON would show it; compressed values are whole. */
export async function everyTable(place: StorePlace): Promise<ReadonlyMap<string, Buffer>> {
  const { db, close } = await openBacking(place)
  try {
    const { rows: tables } = await sql<{ name: string }>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      db,
    )
    const found = new Map<string, Buffer>()
    for (const { name } of tables) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(name)}`.execute(db)
      found.set(name, Buffer.from(JSON.stringify(rows)))
    }
    return found
  } finally {
    await close()
  }
}
