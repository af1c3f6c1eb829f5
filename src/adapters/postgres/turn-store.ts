import { sql } from 'kysely'
import { z } from 'zod'
import type { Attended } from '../../conversation/turn.ts'
import type { ChannelName, Clock } from '../../ports.ts'
import type { Conversation, TurnRecord, TurnStore, WaitingEvent } from '../../work-ports.ts'
import type { Db } from './database/schema.ts'
import { commitTurns } from './commit-turns.ts'
import { inGroups } from './in-groups.ts'
import type { JobBox } from './job-box.ts'
import type { People } from './people.ts'
import type { DataKey, Vault } from './sealing/vault.ts'

export interface TurnStoreParts {
  readonly db: Db
  readonly people: People
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
}

interface ConversationRow {
  readonly id: string
  readonly channel: ChannelName
  readonly desk: string
  readonly sealed_user: string
  readonly wrapped_key: string
  readonly version: number | null
  readonly sealed_state: string | null
  readonly waiting: string
  readonly hand_over: string | null
  readonly hand_state: Attended | null
  readonly answer_by: Date | null
}

/** Whoever floods us is answered a piece at a time. */
const MESSAGES_AT_ONCE = 30
const TURNS_AT_ONCE = 50

type KeptEvent = Pick<WaitingEvent, 'said' | 'isOverheard'>
const waitingRows = z.array(z.object({ id: z.string(), at: z.coerce.date(), body: z.string() }))

/** Loads talks and keeps what turns leave behind; turns that end at the same moment share a transaction. */
export function openTurnStore(parts: TurnStoreParts): TurnStore {
  const commit = inGroups(TURNS_AT_ONCE, (turns: readonly TurnRecord[]) => commitTurns(parts, turns))
  return {
    load: (people) => loadConversations(parts, people),
    commit,
  }
}

/** Only people with a message waiting: one statement, however many they are. */
async function loadConversations(
  { db, people }: TurnStoreParts,
  ids: readonly string[],
): Promise<readonly Conversation[]> {
  const { rows } = await sql<ConversationRow>`
    select p.id, p.channel, p.desk, p.sealed_user, p.wrapped_key, s.version, s.sealed_state, w.waiting::text,
      h.id as hand_over, h.state as hand_state, h.answer_by
    from person p
    cross join lateral (
      select json_agg(json_build_object('id', e.id, 'at', e.sent_at, 'body', e.sealed_body)
        order by e.sent_at, e.id) as waiting
      from (
        select id, sent_at, sealed_body from inbound_event
        where person_id = p.id and state = 'waiting' order by sent_at, id limit ${MESSAGES_AT_ONCE}
      ) e
    ) w
    left join session s on s.person_id = p.id
    left join hand_over h on h.person_id = p.id and h.closed_at is null
    where p.id = any(${ids}::uuid[]) and w.waiting is not null`.execute(db)
  return rows.map((row) => conversationOf(row, people.keyIn(row)))
}

function conversationOf(row: ConversationRow, key: DataKey): Conversation {
  const { id: person, channel, desk, sealed_user, sealed_state, version, waiting } = row
  return {
    person,
    who: { channel, desk, id: key.open('person.user', sealed_user) },
    session: sealed_state === null ? undefined : key.open('session.state', sealed_state),
    version: version ?? 0,
    waiting: waitingRows.parse(JSON.parse(waiting)).map((event) => waitingEvent(event, key)),
    ...handOverIn(row),
  }
}

function handOverIn({ hand_over: id, hand_state: state, answer_by }: ConversationRow) {
  if (id === null || state === null) return {}
  return { handOver: { id, state, answerBy: answer_by ?? undefined } }
}

function waitingEvent({ id, at, body }: z.output<typeof waitingRows>[number], key: DataKey): WaitingEvent {
  // Our own inbox sealed it, and the seal is authenticated: nobody else can have written the shape.
  const { said, isOverheard } = JSON.parse(key.open('inbound_event.body', body)) as KeptEvent
  return { id, said, sentAt: at, ...(isOverheard && { isOverheard }) }
}
