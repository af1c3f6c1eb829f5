import type { DeskLeadCard, Keeping } from '../../../leads/lead-desk.ts'
import { outcomes } from '../../../leads/lead.ts'
import type { Reach } from '../../../leads/viewer.ts'
import type { Clock } from '../../../ports.ts'
import type { Db } from '../database/schema.ts'
import { deskLeadIn, deskRows, within } from './desk-list.ts'
import { leadStory } from './lead-story.ts'

interface Parts {
  readonly db: Db
  readonly clock: Clock
}

/** One lead with everything that happened to it, and no word that anybody typed. */
export async function deskCard(
  { db, clock }: Parts,
  reach: Reach,
  id: string,
): Promise<DeskLeadCard | undefined> {
  const row = await within(deskRows(db), reach)
    .select(['l.person_id', 'l.phone_hash', 'l.appointment_at', 'l.not_reached'])
    .where('l.id', '=', id)
    .executeTakeFirst()
  const story = row && (await leadStory(db, row.code))
  if (!row || !story) return undefined
  return {
    ...deskLeadIn(row, clock.now()),
    isByChat: row.phone_hash === null,
    keeping: await keepingOf(db, row),
    appointment: row.appointment_at ?? undefined,
    notReached: row.not_reached,
    story,
    facts: await factsOf(db, id),
  }
}

/** Whether the consents of this lead hold. Taken back is taken back, also before the lead was seen to be closed. */
export async function keepingOf(
  db: Db,
  { id, person_id }: { readonly id: string; readonly person_id: string | null },
): Promise<Keeping> {
  if (person_id === null) return 'erased'
  const proofs = await db.selectFrom('consent').select('withdrawn_at').where('lead_id', '=', id).execute()
  const isTakenBack = proofs.length > 0 && proofs.every(({ withdrawn_at }) => withdrawn_at !== null)
  return isTakenBack ? 'withdrawn' : 'held'
}

async function factsOf(db: Db, lead: string) {
  const rows = await db
    .selectFrom('lead_fact as f')
    .leftJoin('agent as a', 'a.id', 'f.actor')
    .select(['f.fact', 'f.at', 'f.actor', 'f.detail', 'a.name'])
    .where('f.lead_id', '=', lead)
    .orderBy('f.id')
    .execute()
  return rows.map(({ fact, at, actor, name, detail }) => ({
    ...{ fact, at, actor, agent: name ?? undefined },
    outcome: fact === 'outcome' ? outcomes.find((one) => one === detail) : undefined,
  }))
}
