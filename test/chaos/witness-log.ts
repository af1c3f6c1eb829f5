import { sql } from 'kysely'
import type { Db } from '../../src/adapters/postgres/database/schema.ts'

/** One message answered: which, in which place among all, and by which process. */
export interface Answered {
  readonly seq: number
  readonly external_id: string
  readonly app: string
}

/** Has the database itself write down every message as it is answered. Nothing of the program is changed for it. */
export async function installWitness(db: Db): Promise<void> {
  for (const statement of [
    `create table chaos_answered (
      seq bigint generated always as identity primary key, external_id text not null, app text not null)`,
    `create function chaos_note() returns trigger language plpgsql as $$ begin
      insert into chaos_answered (external_id, app)
        values (new.external_id, coalesce(current_setting('application_name', true), ''));
      return null; end $$`,
    `create trigger chaos_note after update on inbound_event for each row
      when (old.state = 'waiting' and new.state <> 'waiting') execute function chaos_note()`,
  ]) {
    await sql.raw(statement).execute(db)
  }
}

export async function answeredIn(db: Db): Promise<readonly Answered[]> {
  const { rows } = await sql<Answered>`
    select seq::int, external_id, app from chaos_answered order by seq`.execute(db)
  return rows
}
