import { sql } from 'kysely'
import type { Agent } from '../../leads/lead.ts'
import type { OpenLead } from '../../leads/lead-record.ts'
import type { Clock } from '../../ports.ts'
import type { LeadStore } from '../../work-ports.ts'
import type { Db } from './database/schema.ts'
import type { JobBox } from './job-box.ts'
import { openDetails } from './lead-details.ts'
import { readyToTell, writeTelling } from './lead-telling.ts'
import type { People } from './people.ts'
import type { Vault } from './sealing/vault.ts'

export interface LeadStoreParts {
  readonly db: Db
  readonly people: People
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
}

export function openLeadStore(parts: LeadStoreParts): LeadStore {
  return {
    openSince: (person, since) => openSince(parts, person, since),
    agents: (commune) => agentsCovering(parts.db, commune),
    readyToTell: (lead) => readyToTell(parts, lead),
    told: (lead, how) => writeTelling(parts, lead, how),
  }
}

async function openSince(
  { db, people }: LeadStoreParts,
  person: string,
  since: Date,
): Promise<readonly OpenLead[]> {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .select(['lead.id', 'code', 'agent_id', 'call_before', 'sealed_details', 'person_id', 'wrapped_key'])
    .where('person_id', '=', person)
    .where('state', '<>', 'closed')
    .where('captured_at', '>=', since)
    .orderBy('captured_at')
    .execute()
  return rows.map((row) => {
    const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
    const { forWhom, phone, commune } = openDetails(key, row.sealed_details)
    return {
      id: row.id,
      code: row.code,
      forWhom,
      phone,
      commune: commune.code,
      callBefore: row.call_before,
      agentId: row.agent_id ?? undefined,
    }
  })
}

interface AgentRow {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly active: boolean
  readonly communes: string
  readonly open_leads: number
}

/** How busy an agent is counts every lead they have not closed. */
export async function agentsCovering(db: Db, commune: string): Promise<readonly Agent[]> {
  const { rows } = await sql<AgentRow>`
    select a.id, a.name, a.organisation, a.active,
      (select string_agg(c.commune_code, ',') from agent_commune c where c.agent_id = a.id) as communes,
      (select count(*)::int from lead l where l.agent_id = a.id and l.state in ('assigned', 'accepted')) as open_leads
    from agent a
    where exists (select 1 from agent_commune c where c.agent_id = a.id and c.commune_code = ${commune})
    order by a.id`.execute(db)
  return rows.map(({ id, name, organisation, active, communes, open_leads }) => ({
    id,
    name,
    organisation,
    active,
    communes: communes.split(','),
    openLeads: open_leads,
  }))
}
