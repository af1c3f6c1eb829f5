import type { LeadDraft } from '../../../conversation/effect.ts'
import type { LeadPromise } from '../../../conversation/turn.ts'
import { killLinks } from './agent-link.ts'
import { openDetails, sealDetails } from './lead-details.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { newestOpenLead, promiseOf } from './newest-lead.ts'
import { writeFacts } from './write-leads.ts'

/** The time of the call of their newest open lead; its agent hears by a fresh link. The same `key` changes it once. */
export function changeCallTime(
  parts: LeadStoreParts,
  person: string,
  bestTime: LeadDraft['bestTime'],
  key: string,
): Promise<LeadPromise | undefined> {
  const { db, people, clock, jobs } = parts
  return db.transaction().execute(async (tx) => {
    const lead = await newestOpenLead(tx, person)
    if (!lead) return undefined
    const now = clock.now()
    const dataKey = people.keyIn({ id: person, wrapped_key: lead.wrapped_key })
    const before = openDetails(dataKey, lead.sealed_details)
    if (before.bestTime === bestTime) return promiseOf(people, lead)
    const sealed_details = sealDetails(dataKey, { ...before, bestTime })
    await tx.updateTable('lead').set({ sealed_details }).where('id', '=', lead.id).execute()
    await writeFacts(tx, lead.id, [{ fact: 'time-changed', actor: 'citizen', detail: bestTime }], {
      at: now,
      key,
    })
    if (lead.owner === 'agent') {
      await killLinks(tx, lead.id, now)
      await jobs.put(tx, 'lead-deliver', [{ key: lead.id }])
    }
    return promiseOf(people, { ...lead, sealed_details })
  })
}
