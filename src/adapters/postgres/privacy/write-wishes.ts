import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { KeyedTurn } from '../commit-turns.ts'
import { writeNotices } from '../commit-effects.ts'
import { killLinks } from '../leads/agent-link.ts'
import { settleNotices } from '../leads/settle-notices.ts'
import { writeFacts } from '../leads/write-leads.ts'

type Tx = Transaction<Database>

/**
 * What people asked about their own data in this turn, in its transaction: entered in the register; the consent is
 * taken back at once, open leads are closed, and agents who saw the number are told to delete it.
 */
export async function writeWishes(tx: Tx, { turn }: KeyedTurn, at: Date): Promise<void> {
  for (const { kind, code } of turn.wishes ?? []) {
    const { person } = turn
    const row = { code, kind, source: 'chat' as const, person_id: person, sealed_subject: null, asked_at: at }
    await tx
      .insertInto('data_request')
      .values({ ...row, done_at: kind === 'withdraw' ? at : null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await withdraw(tx, person, at)
    await writeNotices(tx, person, [{ kind: 'erase-request', detail: `chat ${kind} ${code}` }], at)
  }
}

/** Takes back every consent of a person: nobody calls them any more, whoever noted their number deletes it. */
export async function withdraw(tx: Tx, person: string, at: Date): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tellAgentsToDelete(tx, person, at)
  const closed = await tx
    .updateTable('lead')
    .set({ state: 'closed', closed_at: at, outcome: 'erase-request', outcome_at: at })
    .where('person_id', '=', person)
    .where('state', '<>', 'closed')
    .returning('id')
    .execute()
  for (const { id } of closed) {
    await killLinks(tx, id, at)
    await settleNotices(tx, id, { by: 'hệ thống', how: 'bà con đã rút lại sự đồng ý', at })
    await writeFacts(tx, id, [{ fact: 'cancelled', actor: 'citizen', detail: 'consent taken back' }], { at })
  }
}

/** Every agent who was shown the number, now or before it went on to somebody else. */
async function tellAgentsToDelete(tx: Tx, person: string, at: Date): Promise<void> {
  await sql`
    insert into agent_erasure (agent_id, lead_code, asked_at)
    select distinct a.id, l.code, ${at}::timestamptz
    from lead l join lead_fact f on f.lead_id = l.id and f.fact = 'phone-shown' join agent a on a.id = f.actor
    where l.person_id = ${person}
    on conflict do nothing`.execute(tx)
}
