import type { Transaction } from 'kysely'
import type { LeadWish } from '../../../conversation/effect.ts'
import type { LeadPromise } from '../../../conversation/turn.ts'
import type { LeadFact } from '../../../leads/lead.ts'
import type { StaffNotice } from '../../../work-ports.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database } from '../database/schema.ts'
import { killLinks } from './agent-link.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { newestLead, promiseOf, type NewestLead } from './newest-lead.ts'
import { settleNotices } from './settle-notices.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

const stars: Readonly<Partial<Record<LeadWish, number>>> = { 'rate-good': 5, 'rate-fair': 3, 'rate-bad': 1 }
const WORST = 1

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
    const lead = await newestLead(tx, person, stars[what] !== undefined)
    if (!lead) return undefined
    const now = parts.clock.now()
    if (what === 'cancel') await cancel(tx, lead, now)
    if (what === 'wrong-code') await reportWrongCode(tx, lead, now)
    const given = stars[what]
    if (given !== undefined) await rate(tx, lead, given, now)
    return promiseOf(parts.people, lead)
  })
}

async function cancel(tx: Tx, { id }: NewestLead, now: Date): Promise<void> {
  await tx.updateTable('lead').set({ state: 'closed', closed_at: now }).where('id', '=', id).execute()
  await killLinks(tx, id, now)
  await note(tx, id, 'cancelled', now)
  await settleNotices(tx, id, { by: 'hệ thống', how: 'bà con không cần gọi nữa', at: now })
}

/** Somebody came or called with a wrong code: people at the desk must look at once. */
async function reportWrongCode(
  tx: Tx,
  { id, person_id, commune_code }: NewestLead,
  now: Date,
): Promise<void> {
  await note(tx, id, 'wrong-code', now)
  const notice: StaffNotice = { kind: 'wrong-meeting-code', detail: commune_code, lead: id }
  await writeNotices(tx, person_id, [notice], now)
}

/** Somebody looks at a call that went badly: the citizen is told so. */
async function rate(
  tx: Tx,
  { id, person_id, commune_code }: NewestLead,
  rating: number,
  now: Date,
): Promise<void> {
  await tx.updateTable('lead').set({ rating, rated_at: now }).where('id', '=', id).execute()
  await note(tx, id, 'rated', now)
  if (rating > WORST) return
  await writeNotices(tx, person_id, [{ kind: 'bad-rating', detail: commune_code, lead: id }], now)
}

function note(tx: Tx, lead: string, fact: LeadFact, at: Date): Promise<void> {
  return writeFacts(tx, lead, [{ fact, actor: 'citizen', detail: '' }], { at })
}
