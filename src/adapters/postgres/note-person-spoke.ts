import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Observation } from '../../ports.ts'
import type { OutboxParts } from './outbox.ts'

type PersonSpoke = Extract<Observation, { readonly kind: 'person-spoke' }>

/**
 * Somebody of the desk wrote in the platform's own inbox: an open hand-over is theirs now, and where there is none one
 * begins. An echo that comes late, after the citizen has gone back to the bot, begins nothing.
 */
export async function notePersonSpoke(
  { db, people, jobs, clock }: OutboxParts,
  { to, at }: PersonSpoke,
): Promise<void> {
  const person = (await people.knowAll([to])).get(people.lookupOf(to))
  if (!person) throw new Error('a correspondent got no pseudonym')
  await db.transaction().execute(async (tx) => {
    const { rows: taken } = await sql<{ id: string }>`
      update hand_over set state = 'claimed', claimed_by = coalesce(claimed_by, 'inbox'),
        spoke_at = greatest(spoke_at, ${at})
      where person_id = ${person.id} and closed_at is null returning id`.execute(tx)
    if (taken.length > 0) return // whoever looks at it when its time comes sees that it is claimed
    const { rows: begun } = await sql<{ id: string }>`
      insert into hand_over (id, person_id, state, asked_at, claimed_by, spoke_at)
      select ${randomUUID()}::uuid, ${person.id}::uuid, 'claimed', ${at}::timestamptz, 'inbox', ${at}::timestamptz
      where not exists (select 1 from hand_over where person_id = ${person.id} and closed_at >= ${at})
      on conflict do nothing returning id`.execute(tx)
    await jobs.put(
      tx,
      'hand-over',
      begun.map(({ id }) => ({ key: id, startAfter: clock.now() })),
    )
  })
}
