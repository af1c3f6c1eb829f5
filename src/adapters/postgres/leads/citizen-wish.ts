import type { Transaction } from 'kysely'
import type { LeadWish } from '../../../conversation/effect.ts'
import type { LeadPromise } from '../../../conversation/turn.ts'
import { callerOf } from '../../../leads/capture-lead.ts'
import type { LeadFact } from '../../../leads/lead.ts'
import type { StaffNotice } from '../../../work-ports.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database } from '../database/schema.ts'
import { killLinks } from './agent-link.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { ownerIn } from './owner-columns.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

const stars: Readonly<Partial<Record<LeadWish, number>>> = { 'rate-good': 5, 'rate-fair': 3, 'rate-bad': 1 }

/**
 * What a citizen wishes with the newest lead it can be about: an open one, or a closed one to rate. Doing it twice
 * changes nothing more: a turn that runs again finds it done.
 */
export function fulfilWish(
  parts: LeadStoreParts,
  person: string,
  what: LeadWish,
): Promise<LeadPromise | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const lead = await newestLead(tx, person, what)
    if (!lead) return undefined
    const now = parts.clock.now()
    if (what === 'cancel') await cancel(tx, lead, now)
    if (what === 'wrong-code') await reportWrongCode(tx, lead, now)
    const given = stars[what]
    if (given !== undefined) await rate(tx, lead, given, now)
    const key = parts.people.keyIn({ id: lead.person_id, wrapped_key: lead.wrapped_key })
    const { addressAs, phone } = openDetails(key, lead.sealed_details)
    return {
      ...{ leadCode: lead.code, addressAs, callBefore: lead.call_before, byChat: phone === undefined },
      caller: callerOf(ownerIn(lead)),
      meetingCode: openMeetingCode(key, lead.sealed_meeting_code),
    }
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof newestLead>>>

function newestLead(tx: Tx, person: string, what: LeadWish) {
  const isRating = stars[what] !== undefined
  return tx
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .selectAll('lead')
    .select(['person.wrapped_key', 'agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .where('lead.person_id', '=', person)
    .where('lead.state', isRating ? '=' : '<>', 'closed')
    .orderBy('captured_at', 'desc')
    .limit(1)
    .forUpdate('lead')
    .executeTakeFirst()
}

async function cancel(tx: Tx, { id }: Found, now: Date): Promise<void> {
  await tx.updateTable('lead').set({ state: 'closed', closed_at: now }).where('id', '=', id).execute()
  await killLinks(tx, id, now)
  await note(tx, id, 'cancelled', now)
}

/** Somebody came or called with a wrong code: people at the desk must look at once. */
async function reportWrongCode(tx: Tx, { id, person_id, commune_code }: Found, now: Date): Promise<void> {
  await note(tx, id, 'wrong-code', now)
  const notice: StaffNotice = { kind: 'wrong-meeting-code', detail: commune_code, lead: id }
  await writeNotices(tx, person_id, [notice], now)
}

async function rate(tx: Tx, { id }: Found, rating: number, now: Date): Promise<void> {
  await tx.updateTable('lead').set({ rating, rated_at: now }).where('id', '=', id).execute()
  await note(tx, id, 'rated', now)
}

function note(tx: Tx, lead: string, fact: LeadFact, at: Date): Promise<void> {
  return writeFacts(tx, lead, [{ fact, actor: 'citizen', detail: '' }], { at })
}
