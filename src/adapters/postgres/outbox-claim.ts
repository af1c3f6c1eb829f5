import { sql } from 'kysely'
import type { Reply } from '../../conversation/reply.ts'
import type { ChannelName } from '../../ports.ts'
import type { Outbound } from '../../work-ports.ts'
import type { OutboxParts } from './outbox.ts'
import type { People } from './people.ts'
import { putOutbound } from './put-outbound.ts'

/** The place a picture is sealed for. */
export const PICTURE = 'outbox.picture'

interface DueRow {
  readonly id: string
  readonly seq: number
  readonly person_id: string
  readonly channel: ChannelName
  readonly desk: string
  readonly sealed_user: string
  readonly wrapped_key: string
  readonly sealed_reply: string
  readonly sealed_picture: string | null
  readonly attempts: number
  readonly written_at: Date
  readonly heard_at: Date | null
  readonly cause: string | null
}

/**
 * Nobody's later message overtakes one that waits for its time, or for its echo: so long after the try (longer while
 * echoes come late), and so long after echoes reach us again, when we were away meanwhile. What another worker has just
 * claimed is said of the row itself as well: PostgreSQL looks at nothing else again after waiting for that worker.
 */
export async function claim(parts: OutboxParts, ids: readonly string[], usualEchoMs: number) {
  const { db, people, clock, ears } = parts
  const now = clock.now()
  const echoWithinMs = usualEchoMs === 0 ? 0 : usualEchoMs + ears.lateMs
  const open = new Date(now.getTime() - echoWithinMs)
  const since = ears.openSince
  const wereAway = since > open
  const { rows } = await sql<DueRow>`
    update outbox o set state = 'sending', unclear = false, attempts = o.attempts + 1, tried_at = ${now}
    from person p left join session s on s.person_id = p.id
    where p.id = o.person_id and o.person_id = any(${ids}::uuid[]) and o.state in ('waiting', 'sending')
      and (o.state = 'waiting' or o.tried_at <= ${open})
      and not exists (
        select 1 from outbox h where h.person_id = o.person_id and h.state in ('waiting', 'sending')
          and h.seq <= o.seq and (h.not_before > ${now} or ((h.state = 'sending' or h.unclear) and h.tried_at > ${open})
            or (${wereAway} and (h.state = 'sending' or h.unclear) and h.tried_at < ${since})))
    returning o.id, o.seq, o.person_id, p.channel, p.desk, p.sealed_user, p.wrapped_key, o.sealed_reply, o.sealed_picture,
      o.attempts, o.written_at, o.cause, greatest(o.heard_at, s.heard_at) as heard_at`.execute(db)
  await comeBackForOpen(parts, ids, rows, echoWithinMs)
  return rows.toSorted((a, b) => a.seq - b.seq).map((row) => outboundOf(row, people))
}

/** Who got nothing because an earlier try is still in the open gets a job for when that is known. */
async function comeBackForOpen(
  { db, jobs, ears }: OutboxParts,
  ids: readonly string[],
  claimed: readonly DueRow[],
  echoWithinMs: number,
): Promise<void> {
  const served = new Set(claimed.map(({ person_id }) => person_id))
  const rest = ids.filter((id) => !served.has(id))
  if (echoWithinMs === 0 || rest.length === 0) return
  const open = await db
    .selectFrom('outbox')
    .innerJoin('person', 'person.id', 'outbox.person_id')
    .select(['person_id', 'channel'])
    .select(({ fn }) => fn.max('tried_at').as('tried_at'))
    .where('person_id', 'in', rest)
    .where((of) =>
      of.or([of('state', '=', 'sending'), of.and([of('state', '=', 'waiting'), of('unclear', '=', true)])]),
    )
    .groupBy(['person_id', 'channel'])
    .execute()
  const recipients = open.map(({ person_id: person, channel, tried_at }) => {
    const heardFrom = Math.max(tried_at?.getTime() ?? 0, ears.openSince.getTime())
    const startAfter = new Date(heardFrom + echoWithinMs + 1)
    return { person, channel, startAfter }
  })
  if (recipients.length > 0) await db.transaction().execute((tx) => putOutbound(tx, jobs, recipients))
}

function outboundOf(row: DueRow, people: People): Outbound {
  const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  return {
    id: row.id,
    person: row.person_id,
    to: { channel: row.channel, desk: row.desk, id: key.open('person.user', row.sealed_user) },
    // Our own turn store sealed it, and the seal is authenticated: nobody else can have written the shape.
    reply: {
      ...(JSON.parse(key.open('outbox.reply', row.sealed_reply)) as Reply),
      ...(row.sealed_picture !== null && { picture: key.openBytes(PICTURE, row.sealed_picture) }),
    },
    attempts: row.attempts,
    writtenAt: row.written_at,
    heardAt: row.heard_at ?? undefined,
    cause: row.cause ?? undefined,
  }
}
