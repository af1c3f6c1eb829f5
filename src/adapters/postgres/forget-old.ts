import type { Clock } from '../../ports.ts'
import type { Db } from './database/schema.ts'

const DAY_MS = 24 * 3_600_000
/** Platforms repeat a webhook for hours, not weeks; until then a finished event is what its repeat is known by. */
const FINISHED_DAYS = 30

/** Rows that only say "done" and are past any use. */
export async function forgetOld(db: Db, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - FINISHED_DAYS * DAY_MS)
  await db.deleteFrom('inbound_event').where('state', '=', 'done').where('received_at', '<', before).execute()
  await db.deleteFrom('outbox').where('state', '=', 'sent').where('written_at', '<', before).execute()
  await db.deleteFrom('agent_session').where('expires_at', '<', before).execute()
}
