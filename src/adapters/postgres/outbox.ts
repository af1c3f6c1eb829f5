import { sql } from 'kysely'
import type { Reply } from '../../conversation/reply.ts'
import type { ChannelName, Clock, SendFailure, Sent } from '../../ports.ts'
import type { Outbound, Outbox } from '../../work-ports.ts'
import type { Db } from './database/schema.ts'
import { inGroups } from './in-groups.ts'
import type { JobBox } from './job-box.ts'
import type { People } from './people.ts'
import { putOutbound } from './put-outbound.ts'

export interface OutboxParts {
  readonly db: Db
  readonly people: People
  readonly jobs: JobBox
  readonly clock: Clock
}

interface DueRow {
  readonly id: string
  readonly seq: number
  readonly person_id: string
  readonly channel: ChannelName
  readonly desk: string
  readonly sealed_user: string
  readonly wrapped_key: string
  readonly sealed_reply: string
  readonly attempts: number
  readonly written_at: Date
}

type Settled = Exclude<Sent, { readonly kind: 'try-later' }>
interface Settlement {
  readonly id: string
  readonly sent: Settled
}

const SETTLED_AT_ONCE = 100
const STILL_WORTH_SENDING_MS = 24 * 3_600_000

/** Messages to citizens, in the order they were written. One found "sending" was cut off by a crash: sent once more. */
export function openOutbox(parts: OutboxParts): Outbox {
  const settle = inGroups(SETTLED_AT_ONCE, (all: readonly Settlement[]) => settleAll(parts, all))
  return {
    claim: (people) => claim(parts, people),
    settle: (message, sent) => settle({ id: message.id, sent }),
    putBack: (message, until) => putBack(parts, message, until),
  }
}

/** Nobody's later message overtakes one that waits for its time. */
async function claim(
  { db, people, clock }: OutboxParts,
  ids: readonly string[],
): Promise<readonly Outbound[]> {
  const { rows } = await sql<DueRow>`
    update outbox o set state = 'sending', attempts = o.attempts + 1
    from person p
    where p.id = o.person_id and o.person_id = any(${ids}::uuid[]) and o.state in ('waiting', 'sending')
      and not exists (
        select 1 from outbox h where h.person_id = o.person_id and h.state in ('waiting', 'sending')
          and h.seq <= o.seq and h.not_before > ${clock.now()})
    returning o.id, o.seq, o.person_id, p.channel, p.desk, p.sealed_user, p.wrapped_key, o.sealed_reply,
      o.attempts, o.written_at`.execute(db)
  return rows.toSorted((a, b) => a.seq - b.seq).map((row) => outboundOf(row, people))
}

function outboundOf(row: DueRow, people: People): Outbound {
  const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  return {
    id: row.id,
    person: row.person_id,
    to: { channel: row.channel, desk: row.desk, id: key.open('person.user', row.sealed_user) },
    // Our own turn store sealed it, and the seal is authenticated: nobody else can have written the shape.
    reply: JSON.parse(key.open('outbox.reply', row.sealed_reply)) as Reply,
    attempts: row.attempts,
    writtenAt: row.written_at,
  }
}

/** What was sent is forgotten; what was refused is kept, with why. */
async function settleAll(
  { db, clock }: OutboxParts,
  all: readonly Settlement[],
): Promise<readonly undefined[]> {
  const rows = all.map(({ id, sent }) => ({ id, ...columnsOf(sent) }))
  await sql`
    update outbox o set state = s.state, platform_id = s.platform_id, failure = s.failure, settled_at = ${clock.now()},
      sealed_reply = case when s.state <> 'sent' then o.sealed_reply end
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

/** Its whole line waits behind it: everything claimed with it goes back too. */
async function putBack({ db, jobs }: OutboxParts, { id, person, to }: Outbound, until: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('outbox')
      .set({ state: 'waiting' })
      .where('person_id', '=', person)
      .where('state', '=', 'sending')
      .execute()
    await tx.updateTable('outbox').set({ not_before: until }).where('id', '=', id).execute()
    await putOutbound(tx, jobs, [{ person, channel: to.channel, startAfter: until }])
  })
}

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
  })
}
