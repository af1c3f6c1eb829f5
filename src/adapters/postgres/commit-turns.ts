import { sql, type Transaction } from 'kysely'
import type { TurnRecord } from '../../work-ports.ts'
import type { Database } from './database/schema.ts'
import { AT_ONCE, putOutbound } from './put-outbound.ts'
import { writeDeaths, writeNotices, writeScamReports } from './commit-effects.ts'
import { writeHandOvers } from './commit-hand-overs.ts'
import { writeLeads } from './leads/write-leads.ts'
import { countTurns } from './numbers/count-turns.ts'
import { writeWishes } from './privacy/write-wishes.ts'
import { writeNotes } from './questions.ts'
import type { DataKey } from './sealing/vault.ts'
import type { TurnStoreParts } from './turn-store.ts'

interface SavedRow {
  readonly person_id: string
  readonly more: boolean
  /** Leads this person is owed news of: they have just written, so they can be told. */
  readonly owed: readonly string[]
}

/** A turn with the key of its person. */
export interface KeyedTurn {
  readonly turn: TurnRecord
  readonly key: DataKey
}

/**
 * One transaction for all of them, each whole or not at all: a turn whose session someone else saved first leaves
 * nothing behind. The plain turn costs a single statement shared by the group, and one for the jobs.
 */
export async function commitTurns(parts: TurnStoreParts, turns: readonly TurnRecord[]) {
  const keys = await parts.people.keys(turns.map(({ person }) => person))
  const keyed = turns.map((turn) => ({ turn, key: keyIn(keys, turn.person) }))
  const at = parts.clock.now()
  const saved = await parts.db.transaction().execute(async (tx) => {
    const rows = await writeTurns(tx, keyed, at)
    const kept = new Map(rows.map((row) => [row.person_id, row]))
    await writeEffects(
      tx,
      parts,
      { kept: keyed.filter(({ turn }) => kept.has(turn.person)), owed: rows.flatMap(({ owed }) => owed) },
      at,
    )
    return kept
  })
  return turns.map(({ person }) => ({ saved: saved.has(person), more: saved.get(person)?.more ?? false }))
}

function keyIn(keys: ReadonlyMap<string, DataKey>, person: string): DataKey {
  const key = keys.get(person)
  if (!key) throw new Error('a turn of somebody the store does not know')
  return key
}

async function writeTurns(tx: Transaction<Database>, keyed: readonly KeyedTurn[], at: Date) {
  const events = keyed.flatMap(({ turn }) => turn.answered.map((id) => ({ person: turn.person, id })))
  const { rows } = await sql<SavedRow>`
    with given as (
      select * from json_to_recordset(${json(keyed.map(sessionRow))}::text::json)
        as t(person uuid, version int, state text, died boolean, heard timestamptz)),
    changed as (
      update session s set version = s.version + 1, sealed_state = g.state, updated_at = ${at},
        heard_at = greatest(s.heard_at, g.heard)
      from given g where s.person_id = g.person and s.version = g.version and not g.died
      returning s.person_id),
    begun as (
      insert into session (person_id, version, sealed_state, updated_at, heard_at)
      select person, 1, state, ${at}, heard from given where version = 0 and not died
      on conflict do nothing returning person_id),
    kept as (
      select person_id from changed union all select person_id from begun
      union all select person from given where died),
    settled as (
      update inbound_event e
      set state = case when g.died then 'dead' else 'done' end,
        sealed_body = case when g.died then e.sealed_body end
      from json_to_recordset(${json(events)}::text::json) as a(person uuid, id uuid)
      join given g on g.person = a.person join kept k on k.person_id = a.person
      where e.id = a.id),
    told as (
      insert into outbox (person_id, sealed_reply, not_before, written_at, heard_at, cause)
      select r.person, r.reply, ${AT_ONCE}, ${at}, r.heard, r.cause
      from json_to_recordset(${json(keyed.flatMap(replyRows))}::text::json) as r(
        person uuid, place int, reply text, heard timestamptz, cause uuid)
      join kept k on k.person_id = r.person order by r.person, r.place)
    select k.person_id, exists (
      select 1 from inbound_event w where w.person_id = k.person_id and w.state = 'waiting'
        and w.id not in (select id from json_to_recordset(${json(events)}::text::json) as a(id uuid))) as more,
      array(select c.lead_id::text from citizen_notice c
        where c.person_id = k.person_id and c.told_at is null) as owed
    from kept k`.execute(tx)
  return rows
}

const json = (value: unknown): string => JSON.stringify(value)

function sessionRow({ turn: { person, version, session, heardAt: heard }, key }: KeyedTurn) {
  const state = session === undefined ? undefined : key.seal('session.state', session)
  return { person, version, state, died: session === undefined, heard }
}

function replyRows({ turn: { person, replies, answered, heardAt: heard }, key }: KeyedTurn) {
  return replies.map((reply, place) => ({
    ...{ person, place, heard, cause: answered[0] },
    reply: key.seal('outbox.reply', JSON.stringify(reply)),
  }))
}

/** Leads, proofs, notices and the jobs that follow, for the turns that were kept. */
async function writeEffects(
  tx: Transaction<Database>,
  { jobs, vault }: TurnStoreParts,
  { kept, owed }: { readonly kept: readonly KeyedTurn[]; readonly owed: readonly string[] },
  at: Date,
): Promise<void> {
  for (const keyed of kept) {
    await writeLeads(tx, vault, keyed, at)
    await writeNotices(tx, keyed.turn.person, keyed.turn.notices, at)
    await writeWishes(tx, keyed, at)
    await writeScamReports(tx, keyed.turn, at)
    await writeDeaths(tx, keyed, at)
    await writeHandOvers(tx, jobs, keyed, at)
  }
  const turns = kept.map(({ turn }) => turn)
  await writeNotes(tx, turns, at)
  await countTurns(tx, turns, at)
  const talkative = turns.filter(({ replies }) => replies.length > 0)
  await putOutbound(tx, jobs, talkative)
  const dead = kept.filter(({ turn }) => turn.session === undefined)
  await jobs.put(
    tx,
    'inbound', // what the person wrote after the message that killed the turn has its own attempts
    dead.map(({ turn }) => ({ key: turn.person })),
  )
  const leads = kept.flatMap(({ turn }) => turn.leads.filter(({ isOffered }) => isOffered))
  const toTell = [...new Set([...leads.map(({ id }) => id), ...owed])]
  await jobs.put(
    tx,
    'lead-deliver',
    toTell.map((id) => ({ key: id })),
  )
}
