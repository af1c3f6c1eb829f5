import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { HeldData, HeldLead } from '../../../conversation/held-data.ts'
import { callerOf } from '../../../leads/capture-lead.ts'
import { openDetails } from '../leads/lead-details.ts'
import { ownerIn } from '../leads/owner-columns.ts'
import type { DataKey } from '../sealing/vault.ts'
import type { PersonalDataParts } from './personal-data-store.ts'

/** The leads of a person and the consents that still hold. Their talk is not read out: they have it before them. */
export async function heldData({ db, people }: PersonalDataParts, person: string): Promise<HeldData> {
  const key = (await people.keys([person])).get(person)
  if (!key) return { leads: [], consents: [] }
  const leads = await db
    .selectFrom('lead')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .select([
      'lead.code',
      'lead.state',
      'lead.sealed_details',
      'lead.owner',
      'lead.owner_ref',
      'lead.owner_name',
    ])
    .select(['agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .where('lead.person_id', '=', person)
    .orderBy('lead.captured_at')
    .execute()
  const consents = await db
    .selectFrom('consent')
    .select('at')
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .execute()
  return {
    leads: leads.map((row) => heldLead(row, key)),
    consents: [...new Set(consents.map(({ at }) => dayInVietNam(at)))],
  }
}

type LeadRow = Parameters<typeof ownerIn>[0] & {
  readonly code: string
  readonly state: string
  readonly sealed_details: string
}

function heldLead(row: LeadRow, key: DataKey): HeldLead {
  const { addressAs, phone, commune } = openDetails(key, row.sealed_details)
  const caller = row.state === 'closed' ? 'closed' : callerOf(ownerIn(row))
  return { code: row.code, addressAs, phone, commune: commune.name, caller }
}
