import { sql } from 'kysely'
import type { HeldData } from '../../../conversation/held-data.ts'
import type { AgentErasure, ErasedTally } from '../../../leads/personal-data.ts'
import type { Clock, Correspondent } from '../../../ports.ts'
import type { PersonalData } from '../../../work-ports.ts'
import type { Db } from '../database/schema.ts'
import type { People } from '../people.ts'
import { erasePerson } from './erase-person.ts'
import { heldData } from './held-data.ts'

export interface PersonalDataParts {
  readonly db: Db
  readonly people: People
  readonly clock: Clock
}

/** The receipt must have gone out before the key it is sealed with goes; an outbox that cannot move waits no longer. */
const LONGEST_WAIT_MS = 24 * 3_600_000

/** What a person may ask of us about their data (Law 91/2025/QH15), and what agents must confirm. */
export function openPersonalData(parts: PersonalDataParts): PersonalData {
  const { db, people } = parts
  return {
    held: (person) => heldData(parts, person),
    async find(who: Correspondent) {
      const lookup = people.lookupOf(who)
      const row = await db.selectFrom('person').select('id').where('lookup', '=', lookup).executeTakeFirst()
      return row?.id
    },
    erase: (person) => erase(parts, person),
    eraseAsked: () => eraseAsked(parts),
    eraseAgain: () => eraseAgain(parts),
    export: (person) => exportOf(parts, person),
    agentErasures: (agent) => agentErasures(db, agent),
    confirmErasure: (agent, id) => confirmErasure(parts, agent, id),
  }
}

async function erase({ db, people, clock }: PersonalDataParts, person: string): Promise<ErasedTally> {
  const tally = await db.transaction().execute((tx) => erasePerson(tx, person, clock.now()))
  people.forget()
  return tally
}

/** Those who asked in the chat and whose receipt is out. Answers how many were forgotten. */
async function eraseAsked(parts: PersonalDataParts): Promise<number> {
  const { db, clock } = parts
  const now = clock.now()
  const { rows } = await sql<{ code: string; person: string }>`
    select r.code, r.person_id as person from data_request r
    where r.source = 'chat' and r.kind = 'erase' and r.done_at is null and r.person_id is not null
      and (r.asked_at < ${new Date(now.getTime() - LONGEST_WAIT_MS)} or not exists (
        select 1 from outbox o where o.person_id = r.person_id and o.state in ('waiting', 'sending')))`.execute(
    db,
  )
  for (const { code, person } of rows) {
    await erase(parts, person)
    await db.updateTable('data_request').set({ done_at: now }).where('code', '=', code).execute()
  }
  return rows.length
}

/** After a backup was put back: people who were erased since it was made are erased once more. */
async function eraseAgain(parts: PersonalDataParts): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p join erased_person e on e.lookup = p.lookup and p.created_at < e.at`.execute(
    parts.db,
  )
  for (const { id } of rows) await erase(parts, id)
  return rows.length
}

async function exportOf(parts: PersonalDataParts, person: string) {
  const { db } = parts
  const held: HeldData = await heldData(parts, person)
  const proofs = await db
    .selectFrom('consent')
    .select(['purpose', 'given_by', 'text_version', 'how', 'at', 'withdrawn_at'])
    .where('person_id', '=', person)
    .orderBy('at')
    .execute()
  const facts = await db
    .selectFrom('lead_fact')
    .innerJoin('lead', 'lead.id', 'lead_fact.lead_id')
    .select(['lead.code', 'lead_fact.fact', 'lead_fact.actor', 'lead_fact.at'])
    .where('lead.person_id', '=', person)
    .orderBy('lead_fact.id')
    .execute()
  return { ...held, proofs, whatHappened: facts }
}

async function agentErasures(db: Db, agent: string): Promise<readonly AgentErasure[]> {
  const rows = await db
    .selectFrom('agent_erasure')
    .selectAll()
    .where('agent_id', '=', agent)
    .where('confirmed_at', 'is', null)
    .orderBy('asked_at')
    .execute()
  return rows.map(({ id, agent_id, lead_code, asked_at, confirmed_at }) => ({
    ...{ id, agent: agent_id, leadCode: lead_code, askedAt: asked_at },
    confirmedAt: confirmed_at ?? undefined,
  }))
}

async function confirmErasure({ db, clock }: PersonalDataParts, agent: string, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agent_erasure')
    .set({ confirmed_at: clock.now() })
    .where('id', '=', id)
    .where('agent_id', '=', agent)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
