import type { Selectable, Transaction } from 'kysely'
import type { Said } from '../../conversation/said.ts'
import type { GivenUp, LetterBox } from '../../staff/operations.ts'
import type { Database } from './database/schema.ts'
import type { OutboxParts } from './outbox.ts'
import { AT_ONCE, putOutbound } from './put-outbound.ts'

/** One of them, opened. `error` and `words` may hold what a person typed. */
export interface OpenLetter extends GivenUp {
  readonly error: string
  readonly words: string
}

export interface DeadLetters extends LetterBox {
  show(id: string): Promise<OpenLetter | undefined>
}

type Person = Pick<Selectable<Database['person']>, 'channel' | 'desk' | 'wrapped_key'>
interface MessageRow extends Person {
  readonly event_id: string
  readonly person_id: string
  readonly sealed_error: string
  readonly sealed_body: string | null
  readonly at: Date
}
interface ReplyRow extends Person {
  readonly id: string
  readonly person_id: string
  readonly sealed_reply: string | null
  readonly failure: string | null
  readonly settled_at: Date | null
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const EVERY = 1_000_000

/** What was given up, message or reply: to be seen by an operator, and tried again once the fault is mended. */
export function openDeadLetters(parts: OutboxParts): DeadLetters {
  return {
    async list(most) {
      const letters = [...(await messages(parts, most)), ...(await replies(parts, most))]
      return letters
        .map(({ id, kind, channel, desk, at, why }): GivenUp => ({ id, kind, channel, desk, at, why }))
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, most)
    },
    async show(id) {
      const letters = [...(await messages(parts, EVERY, id)), ...(await replies(parts, EVERY, id))]
      return letters[0]
    },
    replay: (id) => replay(parts, id),
  }
}

async function messages(parts: OutboxParts, most: number, id?: string): Promise<readonly OpenLetter[]> {
  if (id !== undefined && !uuid.test(id)) return []
  const rows = await parts.db
    .selectFrom('dead_letter as d')
    .innerJoin('inbound_event as e', 'e.id', 'd.event_id')
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .select(['d.event_id', 'd.person_id', 'd.sealed_error', 'd.at', 'e.sealed_body'])
    .select(['p.channel', 'p.desk', 'p.wrapped_key'])
    .where('e.state', '=', 'dead')
    .$if(id !== undefined, (query) => query.where('d.event_id', '=', id ?? ''))
    .orderBy('d.at', 'desc')
    .orderBy('e.sent_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => messageLetter(parts, row))
}

function messageLetter({ people }: OutboxParts, row: MessageRow): OpenLetter {
  const { event_id: id, channel, desk, at } = row
  const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  const error = key.open('dead_letter.error', row.sealed_error)
  const why = /^[A-Z]\w*/.exec(error)?.[0] ?? 'unknown'
  const body = row.sealed_body === null ? undefined : key.open('inbound_event.body', row.sealed_body)
  return {
    id,
    kind: 'message',
    channel,
    desk,
    at,
    why,
    error,
    words: body === undefined ? '' : wordsIn(body),
  }
}

function wordsIn(body: string): string {
  // Our own inbox sealed it, and the seal is authenticated: nobody else can have written the shape.
  const { said } = JSON.parse(body) as { said: Said }
  return said.kind === 'words' ? said.text : ''
}

async function replies(parts: OutboxParts, most: number, id?: string): Promise<readonly OpenLetter[]> {
  if (id !== undefined && !uuid.test(id)) return []
  const rows = await parts.db
    .selectFrom('outbox as o')
    .innerJoin('person as p', 'p.id', 'o.person_id')
    .select(['o.id', 'o.person_id', 'o.sealed_reply', 'o.failure', 'o.settled_at'])
    .select(['p.channel', 'p.desk', 'p.wrapped_key'])
    .where('o.state', '=', 'our-fault')
    .$if(id !== undefined, (query) => query.where('o.id', '=', id ?? ''))
    .orderBy('o.seq', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => replyLetter(parts, row))
}

function replyLetter({ people }: OutboxParts, row: ReplyRow): OpenLetter {
  const { id, channel, desk, failure: why } = row
  const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  const words = row.sealed_reply === null ? '' : key.open('outbox.reply', row.sealed_reply)
  return {
    ...{ id, kind: 'reply', channel, desk, words },
    at: row.settled_at ?? new Date(0),
    why: why ?? 'unknown',
    error: why ?? '',
  }
}

function replay(parts: OutboxParts, id: string): Promise<boolean> {
  if (!uuid.test(id)) return Promise.resolve(false)
  return parts.db
    .transaction()
    .execute(async (tx) => (await replayMessage(tx, parts, id)) || replayReply(tx, parts, id))
}

/** It waits again, in its place by the platform's clock, with attempts of its own. */
async function replayMessage(tx: Transaction<Database>, { jobs }: OutboxParts, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('inbound_event')
    .set({ state: 'waiting' })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .where('sealed_body', 'is not', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!row) return false
  await tx.deleteFrom('dead_letter').where('event_id', '=', id).execute()
  await jobs.put(tx, 'inbound', [{ key: row.person_id }])
  return true
}

/** It goes before whatever still waits behind it. */
async function replayReply(tx: Transaction<Database>, { jobs }: OutboxParts, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('outbox as o')
    .from('person as p')
    .set({ state: 'waiting', failure: null, attempts: 0, not_before: AT_ONCE, settled_at: null })
    .whereRef('p.id', '=', 'o.person_id')
    .where('o.id', '=', id)
    .where('o.state', '=', 'our-fault')
    .where('o.sealed_reply', 'is not', null)
    .returning(['o.person_id', 'p.channel'])
    .executeTakeFirst()
  if (!row) return false
  await putOutbound(tx, jobs, [{ person: row.person_id, channel: row.channel }])
  return true
}
