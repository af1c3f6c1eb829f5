import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { fold } from '../../../conversation/fold.ts'
import { isLate } from '../../../leads/lead-clock.ts'
import type { DeskLead, LeadListName, LeadQuery } from '../../../leads/lead-desk.ts'
import type { Reach } from '../../../leads/viewer.ts'
import type { Clock } from '../../../ports.ts'
import type { Database, Db } from '../database/schema.ts'
import { ownerIn } from './owner-columns.ts'

interface Parts {
  readonly db: Db
  readonly clock: Clock
}

/** A search in all leads looks through so many with one query: the embedded store is never held long. */
const LOOKED_THROUGH = 5_000

/** Leads as the desks list them: no person's key is opened. An erased person's lead stays, about nobody. */
export async function deskList(
  parts: Parts,
  reach: Reach,
  { before, find = '', ...query }: LeadQuery,
): Promise<readonly DeskLead[]> {
  const isLong = find !== '' && (query.which === 'all' || query.which === 'closed')
  const found: DeskLead[] = []
  for (let from = before; ;) {
    const until = isLong ? await furtherBack(parts.db, from) : undefined
    const most = query.most - found.length
    found.push(...(await someLeads(parts, reach, { ...query, find, before: from, until, most })))
    if (until === undefined || found.length === query.most) return found
    from = until
  }
}

async function someLeads(
  { db, clock }: Parts,
  reach: Reach,
  { which, commune, find = '', before, until, most }: LeadQuery & { readonly until: string | undefined },
): Promise<readonly DeskLead[]> {
  const now = clock.now()
  let rows = within(deskRows(db), reach).where((is) => inList(is, which, now))
  if (commune !== undefined) rows = rows.where('l.commune_code', '=', commune)
  if (find !== '') rows = rows.where(sayingSo(find))
  if (before !== undefined) rows = rows.where(olderThan(before))
  if (until !== undefined) rows = rows.where(sql<boolean>`not ${olderThan(until)}`)
  const found = await rows.orderBy('l.captured_at', 'desc').orderBy('l.id', 'desc').limit(most).execute()
  return found.map((row) => deskLeadIn(row, now))
}

/** The lead so many further back in time; undefined when there are not as many. */
async function furtherBack(db: Db, before: string | undefined): Promise<string | undefined> {
  const row = await db
    .selectFrom('lead as l')
    .select('l.id')
    .$if(before !== undefined, (query) => query.where(olderThan(before ?? '')))
    .orderBy('l.captured_at', 'desc')
    .orderBy('l.id', 'desc')
    .offset(LOOKED_THROUGH - 1)
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Where leads come from, each commune once. */
export async function leadCommunes(db: Db, reach: Reach): Promise<readonly string[]> {
  const rows = await within(deskJoin(db), reach).select('l.commune_code').distinct().execute()
  return rows.map(({ commune_code }) => commune_code).filter((code) => code !== '')
}

const deskJoin = (db: Db) =>
  db
    .selectFrom('lead as l')
    .leftJoin('person as p', 'p.id', 'l.person_id')
    .leftJoin('agent as a', 'a.id', 'l.agent_id')

/** A lead with whose it is, also when its person is gone. */
export function deskRows(db: Db) {
  return deskJoin(db)
    .select(['l.id', 'l.code', 'l.captured_at', 'l.commune_code', 'l.programme', 'l.state', 'l.priority'])
    .select(['l.owner', 'l.owner_ref', 'l.owner_name', 'l.offered_at', 'l.accept_before', 'l.call_before'])
    .select(['l.accepted_at', 'l.first_call_at', 'l.outcome', 'l.rating'])
    .select(['a.name as agent_name', 'a.organisation as agent_organisation'])
}

type Joined = Database & {
  l: Database['lead']
  p: { [Column in keyof Database['person']]: Database['person'][Column] | null }
  a: { [Column in keyof Database['agent']]: Database['agent'][Column] | null }
}
type Rows<O> = SelectQueryBuilder<Joined, 'l' | 'p' | 'a', O>

/** Cuts leads down to those within somebody's reach: what is outside does not exist for them. */
export function within<O>(rows: Rows<O>, reach: Reach): Rows<O> {
  if (reach === 'everywhere') return rows
  const pages = reach.pages.map(({ channel, id }) => `${channel} ${id}`)
  return rows.where(
    sql<boolean>`(l.commune_code = any(${[...reach.communes]}::text[])
      or (l.commune_code = '' and p.channel || ' ' || p.desk = any(${pages}::text[])))`,
  )
}

/** By the same limits as lead-clock.ts. */
function inList(is: ExpressionBuilder<Joined, 'l' | 'p' | 'a'>, which: LeadListName, now: Date) {
  const open = is('l.state', '<>', 'closed')
  switch (which) {
    case 'desk':
      return is.and([open, is('l.owner', '<>', 'agent')])
    case 'late':
      return is.and([
        open,
        is('l.first_call_at', 'is', null),
        sql<boolean>`case when l.state = 'offered' and l.owner = 'agent' then l.accept_before
          else l.call_before end <= ${now}`,
      ])
    case 'open':
      return open
    case 'closed':
      return is('l.state', '=', 'closed')
    case 'all':
      return is.lit(true)
  }
}

const sayingSo = (find: string) =>
  sql<boolean>`(strpos(l.code, ${find.trim().toUpperCase()}) > 0 or strpos(a.folded_name, ${fold(find)}) > 0)`

const olderThan = (id: string) =>
  sql<boolean>`(l.captured_at, l.id) < (select b.captured_at, b.id from lead b where b.id = ${id})`

export type DeskRow = Awaited<ReturnType<ReturnType<typeof deskRows>['execute']>>[number]

export function deskLeadIn(row: DeskRow, now: Date): DeskLead {
  const { id, code, programme, owner, state, priority } = row
  const limits = { acceptBefore: row.accept_before, callBefore: row.call_before }
  const called = { acceptedAt: row.accepted_at ?? undefined, firstCallAt: row.first_call_at ?? undefined }
  return {
    ...{ id, code, programme, state, priority, ...limits },
    ...{ capturedAt: row.captured_at, commune: row.commune_code, owner: ownerIn(row) },
    isLate: isLate({ ...limits, ...called, state, owner, offeredAt: row.offered_at }, now),
    ...{ outcome: row.outcome ?? undefined, rating: row.rating ?? undefined },
  }
}
