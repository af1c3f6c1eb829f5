import { sql, type Transaction } from 'kysely'
import type { ErasedTally } from '../../../leads/personal-data.ts'
import type { Database } from '../database/schema.ts'
import { withdraw } from './write-wishes.ts'

type Tx = Transaction<Database>

/**
 * Forgets a person in one transaction. Their data key goes, so whatever a copy still holds cannot be read; what was
 * derived goes too: talk, queue, outbox, dead letters, what their leads told. A lead's row stays for the counts,
 * about nobody; a consent proof stays without name, phone or words; the person stays as the keyed hash alone.
 */
export async function erasePerson(tx: Tx, person: string, at: Date): Promise<ErasedTally> {
  await withdraw(tx, person, at)
  await tx
    .insertInto('erased_person')
    .columns(['lookup', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select(['lookup', eb.val(at).as('at')])
        .where('id', '=', person),
    )
    .onConflict((conflict) => conflict.column('lookup').doUpdateSet({ at }))
    .execute()
  const tally = { ...(await clearLeads(tx, person)), ...(await clearTalk(tx, person)) }
  await tx.deleteFrom('person').where('id', '=', person).execute()
  return tally
}

/** A lead that only counts: whose it was and what it told are gone. */
export const aboutNobody = {
  person_id: null,
  sealed_details: '',
  sealed_meeting_code: null,
  phone_hash: null,
  outcome_reason: null,
}

async function clearLeads(tx: Tx, person: string): Promise<ErasedTally> {
  const leads = await tx.selectFrom('lead').select('id').where('person_id', '=', person).execute()
  const ids = leads.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.deleteFrom('agent_session').where('lead_id', 'in', ids).execute()
    await tx.deleteFrom('agent_link').where('lead_id', 'in', ids).execute()
    await tx.updateTable('lead_fact').set({ sealed_note: null }).where('lead_id', 'in', ids).execute()
    await dropJobs(tx, ids)
  }
  await tx.updateTable('lead').set(aboutNobody).where('person_id', '=', person).execute()
  const proofs = await tx
    .updateTable('consent')
    .set({ person_id: null, lead_id: null, sealed_given: null })
    .where('person_id', '=', person)
    .executeTakeFirst()
  return { leads: ids.length, proofs: Number(proofs.numUpdatedRows) }
}

async function clearTalk(tx: Tx, person: string): Promise<ErasedTally> {
  const gone = async (table: 'session' | 'dead_letter' | 'outbox' | 'inbound_event' | 'citizen_notice') => {
    const { numDeletedRows } = await tx.deleteFrom(table).where('person_id', '=', person).executeTakeFirst()
    return Number(numDeletedRows)
  }
  const deadLetters = await gone('dead_letter') // before the messages they are about
  const tally = {
    ...{ deadLetters, sessions: await gone('session'), replies: await gone('outbox') },
    ...{ messages: await gone('inbound_event'), notices: await gone('citizen_notice') },
  }
  await tx.deleteFrom('hand_over').where('person_id', '=', person).execute() // with what was written in it
  await tx.deleteFrom('blocked_phone').where('person_id', '=', person).execute()
  await tx.updateTable('staff_notice').set({ person_id: null }).where('person_id', '=', person).execute()
  await tx
    .updateTable('data_request')
    .set({ person_id: null, sealed_subject: null })
    .where('person_id', '=', person)
    .execute()
  await dropJobs(tx, [person])
  return tally
}

/** Jobs carry keys only; even those go. One that runs now finds nothing and ends. */
async function dropJobs(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`delete from pgboss.job where singleton_key = any(${keys}::text[]) and state <> 'active'`.execute(
    tx,
  )
}
