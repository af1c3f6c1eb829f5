import type { OutboxParts } from './outbox.ts'
import { putOutbound } from './put-outbound.ts'

const STILL_WORTH_SENDING_MS = 24 * 3_600_000

/**
 * At a start: messages held by a fault of ours (a dead token, say) get another chance after the operator's restart,
 * while they are still worth reading; and whoever has anything waiting gets a job, in case one was lost.
 */
export async function wakeWaiting({ db, jobs, clock }: OutboxParts): Promise<void> {
  const since = new Date(clock.now().getTime() - STILL_WORTH_SENDING_MS)
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('outbox')
      .set({ state: 'waiting', failure: null })
      .where('state', '=', 'our-fault')
      .where('written_at', '>', since)
      .execute()
    const unsent = tx.selectFrom('outbox').where('state', 'in', ['waiting', 'sending'])
    const recipients = unsent
      .innerJoin('person', 'person.id', 'outbox.person_id')
      .select(['person.id', 'channel'])
    const rows = await recipients.distinct().execute()
    await putOutbound(
      tx,
      jobs,
      rows.map(({ id, channel }) => ({ person: id, channel })),
    )
    const unanswered = tx.selectFrom('inbound_event').where('state', '=', 'waiting')
    const people = await unanswered.select('person_id').distinct().execute()
    await jobs.put(
      tx,
      'inbound',
      people.map(({ person_id }) => ({ key: person_id })),
    )
    const handOvers = await tx.selectFrom('hand_over').select('id').where('closed_at', 'is', null).execute()
    await jobs.put(
      tx,
      'hand-over',
      handOvers.map(({ id }) => ({ key: id })),
    )
  })
}
