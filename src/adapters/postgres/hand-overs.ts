import type { Conversation, DueHandOver, HandOverStore } from '../../work-ports.ts'
import { close } from './commit-hand-overs.ts'
import { openHandOverDesk } from './hand-over-desk.ts'
import type { OutboxParts } from './outbox.ts'
import type { TurnStoreParts } from './turn-store.ts'

/** Hand-overs as the work loop looks at them, and as staff do. */
export function openHandOvers(parts: TurnStoreParts & OutboxParts) {
  return { handOvers: openHandOverStore(parts), handOverDesk: openHandOverDesk(parts) }
}

function openHandOverStore(parts: TurnStoreParts): HandOverStore {
  const { db, jobs, clock } = parts
  return {
    load: (id) => load(parts, id),
    lookAgain: (id, at) =>
      db.transaction().execute((tx) => jobs.put(tx, 'hand-over', [{ key: id, startAfter: at }])),
    close: (id, why) => db.transaction().execute((tx) => close(tx, id, why, clock.now())),
  }
}

async function load({ db, people }: TurnStoreParts, id: string): Promise<DueHandOver | undefined> {
  const row = await db
    .selectFrom('hand_over as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .leftJoin('session as s', 's.person_id', 'h.person_id')
    .select(['h.id', 'h.state', 'h.answer_by', 'h.spoke_at', 'h.heard_at', 'h.given_back'])
    .select(['p.id as person', 'p.channel', 'p.desk', 'p.sealed_user', 'p.wrapped_key'])
    .select(['s.version', 's.sealed_state'])
    .where('h.id', '=', id)
    .where('h.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const key = people.keyIn({ id: row.person, wrapped_key: row.wrapped_key })
  const talk: Conversation = {
    person: row.person,
    who: { channel: row.channel, desk: row.desk, id: key.open('person.user', row.sealed_user) },
    session: row.sealed_state === null ? undefined : key.open('session.state', row.sealed_state),
    version: row.version ?? 0,
    waiting: [],
  }
  return { handOver: handOverIn(row), talk }
}

type Row = Pick<DueHandOver['handOver'], 'id' | 'state'> & {
  readonly answer_by: Date | null
  readonly spoke_at: Date | null
  readonly heard_at: Date | null
  readonly given_back: boolean
}

function handOverIn({ id, state, answer_by, spoke_at, heard_at, given_back }: Row): DueHandOver['handOver'] {
  return {
    id,
    state,
    answerBy: answer_by ?? undefined,
    spokeAt: spoke_at ?? undefined,
    heardAt: heard_at ?? undefined,
    isGivenBack: given_back,
  }
}
