import { sql } from 'kysely'
import type { ChannelName } from '../../ports.ts'
import type { OutboxParts } from './outbox.ts'
import { AT_ONCE, putOutbound } from './put-outbound.ts'

/**
 * What held up a whole page is over, a lost grant say: its messages may go at once, whatever time they were given.
 * One that may have arrived keeps its time: its echo is waited for. Answers how many people have something to be sent.
 */
export async function hurry(
  { db, jobs, clock }: OutboxParts,
  channel: ChannelName,
  desk: string,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ readonly person: string }>`
      with hurried as (
        update outbox o set not_before = ${AT_ONCE} from person p
        where p.id = o.person_id and p.channel = ${channel} and p.desk = ${desk}
          and o.state = 'waiting' and not o.unclear and o.not_before > ${clock.now()}
        returning o.person_id
      ) select distinct person_id as person from hurried`.execute(tx)
    await putOutbound(
      tx,
      jobs,
      rows.map(({ person }) => ({ person, channel })),
    )
    return rows.length
  })
}
