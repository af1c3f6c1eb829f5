import type { MyLead } from '../../../leads/my-leads.ts'
import type { Clock } from '../../../ports.ts'
import type { Db } from '../database/schema.ts'
import type { Vault } from '../sealing/vault.ts'
import { openDetails } from './lead-details.ts'

/** A closed lead stays in the list so long: a wrong tap is put right. */
const SHOWN_AFTER_CLOSING_MS = 3 * 24 * 3_600_000
/** More lines than a phone shows, or an agent can hold. */
const MOST = 100

interface Parts {
  readonly db: Db
  readonly vault: Vault
  readonly clock: Clock
}

/** The leads an agent has, open ones first; how to address somebody is opened only for those they accepted. */
export async function myLeads({ db, vault, clock }: Parts, agent: string): Promise<readonly MyLead[]> {
  const since = new Date(clock.now().getTime() - SHOWN_AFTER_CLOSING_MS)
  const rows = await db
    .selectFrom('lead as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .selectAll('l')
    .select('p.wrapped_key')
    .where('l.agent_id', '=', agent)
    .where((is) => is.or([is('l.state', '<>', 'closed'), is('l.closed_at', '>=', since)]))
    .orderBy('l.closed_at', (order) => order.desc().nullsFirst())
    .orderBy('l.id')
    .limit(MOST)
    .execute()
  return rows.map((row): MyLead => {
    const { addressAs, commune, bestTime } = openDetails(vault.openKey(row.wrapped_key), row.sealed_details)
    return {
      ...{ id: row.id, code: row.code, state: row.state, priority: row.priority, programme: row.programme },
      ...{ acceptBefore: row.accept_before, callBefore: row.call_before, bestTime, commune: commune.name },
      addressAs: row.state === 'offered' ? undefined : addressAs,
      isCalled: row.first_call_at !== null,
      appointment: row.appointment_at ?? undefined,
      outcome: row.outcome && row.outcome_at ? { kind: row.outcome, at: row.outcome_at } : undefined,
    }
  })
}
