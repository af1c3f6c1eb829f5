import { sql } from 'kysely'
import type { TalkSource } from '../../conversation/said.ts'
import type { Clock, InboundMessage, Inbox } from '../../ports.ts'
import type { Db } from './database/schema.ts'
import type { Ears } from './ears.ts'
import { externalKey, idOfMessage } from './event-id.ts'
import { inGroups } from './in-groups.ts'
import type { JobBox } from './job-box.ts'
import type { Known, People } from './people.ts'

export interface InboxParts {
  readonly db: Db
  readonly people: People
  readonly jobs: JobBox
  readonly clock: Clock
  readonly ears: Ears
}

interface Call {
  readonly messages: readonly InboundMessage[]
  readonly rawBody: Buffer
}

interface EventRow {
  readonly id: string
  readonly channel: string
  readonly desk: string
  readonly external_id: string
  readonly person_id: string
  readonly sent_at: Date
  readonly sealed_body: string
  readonly source?: TalkSource
}

const CALLS_AT_ONCE = 50
const KEPT_AT_LEAST_MS = 500
const KEPT_AT_MOST_MS = 5_000
/** Counting takes at most one part in so many of the time. */
const COUNT_SHARE = 20

/** Keeps webhooks: event rows and their jobs in one transaction, which calls at the same moment share. */
export function openInbox(parts: InboxParts): Inbox {
  const keep = inGroups(CALLS_AT_ONCE, (calls: readonly Call[]) => keepCalls(parts, calls))
  const waiting = waitingCount(parts)
  return {
    accept: (messages, rawBody) => parts.ears.hearing(keep({ messages, rawBody })),
    waiting: () => parts.ears.hearing(waiting()),
  }
}

/** Counted by one caller for all that ask meanwhile, and kept for a while: the longer counting took, the longer. */
function waitingCount({ db, clock }: InboxParts): () => Promise<number> {
  let counted = { until: -Infinity, waiting: 0 }
  let counting: Promise<number> | undefined
  const count = async () => {
    const began = clock.now().getTime()
    const waiting = await countWaiting(db)
    const now = clock.now().getTime()
    const keepMs = Math.min(KEPT_AT_MOST_MS, Math.max(KEPT_AT_LEAST_MS, (now - began) * COUNT_SHARE))
    counted = { until: now + keepMs, waiting }
    return waiting
  }
  return async () => {
    if (clock.now().getTime() <= counted.until) return counted.waiting
    counting ??= count().finally(() => (counting = undefined))
    return counting
  }
}

async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from inbound_event where state = 'waiting'`.execute(db)
  return rows[0]?.n ?? 0
}

async function keepCalls(parts: InboxParts, calls: readonly Call[]) {
  try {
    const perCall = await eventRows(parts, calls)
    const rows = uniqueById(perCall.flat())
    const fresh = await parts.db.transaction().execute(async (tx) => {
      const ids = await insertEvents(tx, rows, parts.clock.now())
      const jobs = rows.filter(({ id }) => ids.has(id)).map(({ id, person_id }) => ({ id, key: person_id }))
      await parts.jobs.put(tx, 'inbound', jobs)
      await writeSources(
        tx,
        rows.filter(({ id }) => ids.has(id)),
      )
      return ids
    })
    const unclaimed = new Set(fresh)
    return perCall.map((events) => tally(events, unclaimed))
  } catch (error) {
    parts.people.forget()
    throw error
  }
}

/** What each call brought, sealed for its sender. */
async function eventRows(
  { people }: InboxParts,
  calls: readonly Call[],
): Promise<readonly (readonly EventRow[])[]> {
  const known = await people.knowAll(calls.flatMap(({ messages }) => messages.map(({ from }) => from)))
  return calls.map(({ messages, rawBody }) => {
    const lookups = messages.map(({ from }) => people.lookupOf(from))
    // A batch about several people is nobody's own: sealed with one key it would outlive the others.
    const raw = new Set(lookups).size === 1 ? rawBody.toString('utf8') : undefined
    return messages.map((message, i) => eventRow(message, personIn(known, lookups[i] ?? ''), raw))
  })
}

function personIn(known: ReadonlyMap<string, Known>, lookup: string): Known {
  const person = known.get(lookup)
  if (!person) throw new Error('a correspondent got no pseudonym')
  return person
}

function eventRow(message: InboundMessage, person: Known, raw?: string): EventRow {
  const { from, messageId, sentAt, said, isOverheard, source } = message
  return {
    id: idOfMessage(message),
    channel: from.channel,
    desk: from.desk,
    external_id: externalKey(messageId),
    person_id: person.id,
    sent_at: sentAt,
    sealed_body: person.key.seal('inbound_event.body', JSON.stringify({ said, isOverheard, raw })),
    ...(source && { source }),
  }
}

/** Oldest first by the platform's clock; the same event twice in one group counts once. */
function uniqueById(rows: readonly EventRow[]): readonly EventRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )
}

/** Only of fresh events: the same click brought again counts once. */
async function writeSources(tx: Db, rows: readonly EventRow[]): Promise<void> {
  const found = rows.flatMap(({ id, person_id, sent_at, source }) =>
    source
      ? [
          {
            event_id: id,
            person_id,
            at: sent_at,
            kind: source.kind,
            ref: source.ref ?? null,
            ad_id: source.ad ?? null,
          },
        ]
      : [],
  )
  if (found.length > 0) await tx.insertInto('talk_source').values(found).execute()
}

async function insertEvents(tx: Db, rows: readonly EventRow[], at: Date): Promise<ReadonlySet<string>> {
  const { rows: kept } = await sql<{ id: string }>`
    insert into inbound_event (id, channel, desk, external_id, person_id, sent_at, received_at, sealed_body)
    select id, channel, desk, external_id, person_id, sent_at, ${at}, sealed_body
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as t(
      id uuid, channel text, desk text, external_id text, person_id uuid, sent_at timestamptz, sealed_body text)
    on conflict do nothing
    returning id`.execute(tx)
  return new Set(kept.map(({ id }) => id))
}

/** Each fresh event is counted once, for the first call that brought it. */
function tally(events: readonly EventRow[], unclaimed: Set<string>): { fresh: number; repeats: number } {
  const fresh = events.filter(({ id }) => unclaimed.delete(id)).length
  return { fresh, repeats: events.length - fresh }
}
