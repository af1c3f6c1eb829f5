import type { Transaction } from 'kysely'
import type { LeadPromise } from '../../../conversation/turn.ts'
import { callerOf } from '../../../leads/capture-lead.ts'
import type { Database } from '../database/schema.ts'
import type { People } from '../people.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import { ownerIn } from './owner-columns.ts'

type Tx = Transaction<Database>

/** The newest lead of a person that a wish of theirs can be about, locked; `closed`: one that is over. */
export function newestLead(tx: Tx, person: string, closed = false) {
  return tx
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .selectAll('lead')
    .select(['person.wrapped_key', 'agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .where('lead.person_id', '=', person)
    .where('lead.state', closed ? '=' : '<>', 'closed')
    .orderBy('captured_at', 'desc')
    .limit(1)
    .forUpdate('lead')
    .executeTakeFirst()
}

export type NewestLead = NonNullable<Awaited<ReturnType<typeof newestLead>>>

export const newestOpenLead = (tx: Tx, person: string) => newestLead(tx, person)

/** What the citizen is told of it. */
export function promiseOf(people: People, lead: NewestLead): LeadPromise {
  const key = people.keyIn({ id: lead.person_id, wrapped_key: lead.wrapped_key })
  const { addressAs, phone } = openDetails(key, lead.sealed_details)
  return {
    ...{ leadCode: lead.code, addressAs, callBefore: lead.call_before, byChat: phone === undefined },
    caller: callerOf(ownerIn(lead)),
    meetingCode: openMeetingCode(key, lead.sealed_meeting_code),
  }
}
