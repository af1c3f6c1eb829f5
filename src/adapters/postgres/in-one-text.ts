import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database/schema.ts'

/**
 * Rows of a statement as one text: a thousand small rows hold the embedded store twice as long, value by value. Only for
 * text and whole numbers, which are the same in JSON.
 */
export async function inOneText<T>(db: Db, statement: RawBuilder<T>): Promise<readonly T[]> {
  const { rows } = await sql<{ readonly found: string }>`
    select coalesce(json_agg(r), '[]')::text as found from (${statement}) as r`.execute(db)
  return JSON.parse(rows[0]?.found ?? '[]') as readonly T[] // as the statement is typed
}
