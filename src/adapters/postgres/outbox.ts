import { sql } from 'kysely'
import type { Clock, SendFailure, Sent } from '../../ports.ts'
import type { HowTried, Outbound, Outbox } from '../../work-ports.ts'
import type { Db } from './database/schema.ts'
import { inGroups } from './in-groups.ts'
import type { Ears } from './ears.ts'
import type { JobBox } from './job-box.ts'
import type { People } from './people.ts'
import { goOnInInbox } from './go-on-in-inbox.ts'
import { claim } from './outbox-claim.ts'
import { putOutbound } from './put-outbound.ts'

export interface OutboxParts {
  readonly db: Db
  readonly people: People
  readonly jobs: JobBox
  readonly clock: Clock
  readonly ears: Ears
}

type Settled = Exclude<Sent, { readonly kind: 'try-later' }>
interface Settlement {
  readonly id: string
  readonly sent: Settled
}

const SETTLED_AT_ONCE = 100

/** Messages to citizens, in the order they were written. One found "sending" was cut off by a crash: sent once more. */
export function openOutbox(parts: OutboxParts): Outbox {
  const settle = inGroups(SETTLED_AT_ONCE, (all: readonly Settlement[]) => settleAll(parts, all))
  return {
    claim: (people, echoWithinMs = 0) => claim(parts, people, echoWithinMs),
    async settle(message, sent) {
      if (sent.kind === 'sent' && sent.reached !== undefined) await goOnInInbox(parts, message, sent.reached)
      await settle({ id: message.id, sent })
    },
    putBack: (message, until, how = {}) => putBack(parts, message, until, how),
  }
}

/** What was sent is forgotten; what was refused is kept, with why; a picture only while it may be sent once more. */
async function settleAll(
  { db, clock }: OutboxParts,
  all: readonly Settlement[],
): Promise<readonly undefined[]> {
  const rows = all.map(({ id, sent }) => ({ id, ...columnsOf(sent) }))
  await sql`
    update outbox o set state = s.state, platform_id = s.platform_id, failure = s.failure, settled_at = ${clock.now()},
      sealed_reply = case when s.state <> 'sent' then o.sealed_reply end,
      sealed_picture = case when s.state = 'our-fault' then o.sealed_picture end
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as s(id uuid, state text, platform_id text, failure text)
    where o.id = s.id`.execute(db)
  return all.map(() => undefined)
}

function columnsOf(sent: Settled) {
  if (sent.kind === 'sent') return { state: sent.kind, platform_id: sent.platformId }
  return { state: sent.kind, failure: whyOf(sent) }
}

function whyOf(failure: Exclude<SendFailure, { readonly kind: 'try-later' }>): string {
  return failure.kind === 'not-allowed-now' ? failure.rule : failure.detail
}

/** Its whole line waits behind it: everything claimed with it goes back too. When its echo has come meanwhile, nobody waits. */
async function putBack(
  { db, jobs }: OutboxParts,
  { id, person, to, attempts }: Outbound,
  until: Date,
  { untried = false, unclear = false }: HowTried,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('outbox')
      .set(({ eb }) => ({ state: 'waiting', attempts: eb('attempts', '-', 1) }))
      .where('person_id', '=', person)
      .where('state', '=', 'sending')
      .execute()
    const held = await tx
      .updateTable('outbox')
      .set({ not_before: until, attempts: untried ? attempts - 1 : attempts, unclear })
      .where('id', '=', id)
      .where('state', '=', 'waiting') // its echo may have come meanwhile
      .returning('id')
      .execute()
    const later = held.length > 0 && { startAfter: until }
    await putOutbound(tx, jobs, [{ person, channel: to.channel, ...later }])
  })
}
