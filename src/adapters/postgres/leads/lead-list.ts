import { sql } from 'kysely'
import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import { type LeadList, type ListedLead, monthsAfter, type Renewal } from '../../../leads/lead-list.ts'
import type { Day } from '../../../policy/values.ts'
import type { Db } from '../database/schema.ts'
import { openDetails } from './lead-details.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { ownerIn } from './owner-columns.ts'

export function openLeadList(parts: Pick<LeadStoreParts, 'db' | 'people'>): LeadList {
  return { all: () => all(parts), renewals: (agent, until) => renewals(parts, agent, until) }
}

/** So many are read with one query: the embedded store is never held long. */
const AT_ONCE = 500

async function all({ db }: Pick<LeadStoreParts, 'db'>): Promise<readonly ListedLead[]> {
  const found: ListedLead[] = []
  for (let last: string | undefined; ;) {
    const rows = await someAfter(db, last)
    found.push(...rows.map(listed))
    if (rows.length < AT_ONCE) return found
    last = rows.at(-1)?.id
  }
}

/** In the order they were left; of the same moment, by id. */
function someAfter(db: Db, id: string | undefined) {
  return db
    .selectFrom('lead')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .select([
      'lead.id',
      'code',
      'captured_at',
      'commune_code',
      'programme',
      'owner',
      'owner_ref',
      'owner_name',
    ])
    .select(['lead.state', 'outcome', 'rating'])
    .select(['agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .$if(id !== undefined, (query) =>
      query.where(
        sql<boolean>`(captured_at, lead.id) > (select b.captured_at, b.id from lead b where b.id = ${id})`,
      ),
    )
    .orderBy('captured_at')
    .orderBy('lead.id')
    .limit(AT_ONCE)
    .execute()
}

function listed(row: Awaited<ReturnType<typeof someAfter>>[number]): ListedLead {
  return {
    ...{ code: row.code, day: dayInVietNam(row.captured_at), commune: row.commune_code },
    ...{ programme: row.programme, owner: ownerIn(row), state: row.state },
    ...{ outcome: row.outcome ?? undefined, rating: row.rating ?? undefined },
  }
}

/** Those who joined with this agent; only people who still let themselves be called. */
async function renewals({ db, people }: Pick<LeadStoreParts, 'db' | 'people'>, agent: string, until: Day) {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .select(['code', 'person_id', 'wrapped_key', 'sealed_details', 'commune_code', 'programme'])
    .select(['joined_programme', 'joined_months', 'joined_from'])
    .where('agent_id', '=', agent)
    .where('outcome', '=', 'joined')
    .where((of) =>
      of.exists(
        of
          .selectFrom('consent')
          .select('consent.id')
          .whereRef('consent.lead_id', '=', 'lead.id')
          .where('withdrawn_at', 'is', null),
      ),
    )
    .execute()
  const found = rows.flatMap((row): readonly Renewal[] => {
    const { joined_from: from, joined_months: months } = row
    if (from === null || months === null) return []
    const due = monthsAfter(from, months)
    if (due > until) return []
    const details = openDetails(
      people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key }),
      row.sealed_details,
    )
    return [
      {
        ...{ code: row.code, addressAs: details.addressAs, phone: details.phone, commune: row.commune_code },
        ...{ programme: row.joined_programme ?? row.programme, months, from, due, agent },
      },
    ]
  })
  return found.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.code < b.code ? -1 : 1))
}
