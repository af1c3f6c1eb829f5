import type { Outbound } from '../../work-ports.ts'
import type { OutboxParts } from './outbox.ts'

/**
 * A private reply reached somebody we knew only by their comment. The talk goes on under the id they have in the inbox:
 * who the bot is has been said there already.
 */
export async function goOnInInbox(
  { db, people, clock }: OutboxParts,
  { person, to }: Outbound,
  reached: string,
): Promise<void> {
  const who = { ...to, id: reached }
  const keys = await people.keys([person])
  const met = (await people.knowAll([who])).get(people.lookupOf(who))
  const begun = await db.selectFrom('session').selectAll().where('person_id', '=', person).executeTakeFirst()
  if (!met || !begun) return
  const state = keys.get(person)?.open('session.state', begun.sealed_state) ?? ''
  const sealed_state = met.key.seal('session.state', state)
  await db
    .insertInto('session')
    .values({ person_id: met.id, version: 1, sealed_state, updated_at: clock.now(), heard_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.deleteFrom('session').where('person_id', '=', person).execute()
}
