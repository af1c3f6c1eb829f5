import type { Transaction } from 'kysely'
import type { PastLead, PastOutcome } from '../../../leads/past-lead.ts'
import type { Correspondent } from '../../../ports.ts'
import type { Database } from '../database/schema.ts'
import type { Known } from '../people.ts'
import { groupsOf } from './groups-of.ts'
import { sealDetails, sealMeetingCode } from './lead-details.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { ownerColumns } from './owner-columns.ts'

type Tx = Transaction<Database>

/** Where invented citizens write from: no page has this name, so nothing is ever sent to them. */
const NOWHERE: Pick<Correspondent, 'channel' | 'desk'> = { channel: 'zalo', desk: 'demo' }

/** Leads with their histories, in few statements. Those whose id is known already are left as they are. Answers how many were new. */
export async function putPastLeads(parts: LeadStoreParts, leads: readonly PastLead[]): Promise<number> {
  const { db, people, vault } = parts
  const who = ({ user }: PastLead): Correspondent => ({ ...NOWHERE, id: user })
  let added = 0
  for (const group of groupsOf(leads)) {
    const known = await people.knowAll(group.map(who))
    const keyed = group.flatMap((lead) => {
      const person = known.get(people.lookupOf(who(lead)))
      return person ? [{ lead, row: rowOf(lead, person, vault.hash('phone', lead.draft.phone ?? '')) }] : []
    })
    added += await db.transaction().execute((tx) => insert(tx, keyed))
  }
  return added
}

interface Keyed {
  readonly lead: PastLead
  readonly row: ReturnType<typeof rowOf>
}

async function insert(tx: Tx, keyed: readonly Keyed[]): Promise<number> {
  const added = await tx
    .insertInto('lead')
    .values(keyed.map(({ row }) => row))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(added.map(({ id }) => id))
  const facts = keyed
    .filter(({ lead }) => fresh.has(lead.id))
    .flatMap(({ lead }) => lead.facts.map((one) => ({ ...one, lead_id: lead.id })))
  for (const group of groupsOf(facts)) await tx.insertInto('lead_fact').values(group).execute()
  return added.length
}

function rowOf(lead: PastLead, { id: person, key }: Known, phone_hash: string) {
  const { draft, outcome, acceptedAt, capturedAt } = lead
  return {
    ...NOWHERE,
    ...{ id: lead.id, code: lead.code, person_id: person, state: lead.state, phone_hash },
    ...ownerColumns({ kind: 'agent', id: lead.agent, name: '', organisation: '' }),
    ...{ commune_code: draft.commune.code, programme: draft.programme, for_whom: draft.forWhom },
    sealed_details: sealDetails(key, draft),
    sealed_meeting_code: sealMeetingCode(key, lead.meetingCode),
    ...{ captured_at: capturedAt, offered_at: capturedAt },
    ...{ accept_before: lead.acceptBefore, call_before: lead.callBefore },
    accepted_at: acceptedAt ?? null,
    closed_at: lead.state === 'closed' && outcome ? outcome.at : null,
    ...outcomeColumns(outcome),
  }
}

function outcomeColumns(outcome: PastOutcome | undefined) {
  const { kind: reached = null, at = null, joined } = outcome ?? {}
  const { programme = null, months = null, from = null } = joined ?? {}
  return {
    ...{ outcome: reached, outcome_at: at, first_call_at: at },
    ...{ joined_programme: programme, joined_months: months, joined_from: from },
  }
}
