import { sql } from 'kysely'
import type { Counted, NumbersFilter, NumbersStore, What } from '../../../numbers/numbers.ts'
import { daysAfter } from '../../../policy/day.ts'
import { type Period, periodOf, spansOf } from '../../../targets/period.ts'
import type { Db } from '../database/schema.ts'
import { inOneText } from '../in-one-text.ts'
import { sumUp } from './sum-up.ts'

/**
 * So many days a statement: whatever the span, the embedded store is never held long. A day has a row for each answer that
 * was given, and a few for each lead.
 */
const daysAtOnce = (what: readonly What[]) => (what.includes('entry') ? 7 : what.includes('lead') ? 42 : 92)

export function openNumbers({ db }: { readonly db: Db }): NumbersStore {
  return {
    count: (what, by, filter) => count(db, what, by, filter),
    agents(communes) {
      return db
        .selectFrom('agent')
        .select(['id', 'name'])
        .$if(communes !== undefined, (query) =>
          query.where((eb) =>
            eb.exists(
              eb
                .selectFrom('agent_commune')
                .select('agent_id')
                .whereRef('agent_id', '=', 'agent.id')
                .where('commune_code', 'in', [...(communes ?? []), '']),
            ),
          ),
        )
        .execute()
    },
    sumUp: () => sumUp(db),
  }
}

async function count(
  db: Db,
  what: readonly What[],
  by: 'day' | 'commune' | 'agent' | undefined,
  filter: NumbersFilter,
): Promise<readonly Counted[]> {
  const sums = new Map<string, { -readonly [Field in keyof Counted]: Counted[Field] }>()
  const isByMonth = by === undefined && filter.programme === undefined && filter.communes === undefined
  const months = isByMonth && what.every((one) => one === 'entry') ? wholeMonths(filter) : []
  const pieces = [
    ...daysBeside(filter, months).flatMap((days) =>
      spansOf(days, daysAtOnce(what)).map((span) => () => countSpan(db, what, by, { ...filter, ...span })),
    ),
    ...months.map((month) => () => countMonth(db, month, filter)),
  ]
  for (const piece of pieces) {
    for (const one of await piece()) {
      const key = `${one.what}\n${one.item}\n${one.of}`
      const sum = sums.get(key)
      if (sum) sum.n += one.n
      else sums.set(key, { ...one })
    }
  }
  return [...sums.values()]
}

type Span = Pick<Period, 'from' | 'until'>

function wholeMonths({ from, until }: Span): readonly Period[] {
  const months: Period[] = []
  for (let month = periodOf('month', from); month.until <= until;) {
    if (month.from >= from) months.push(month)
    month = periodOf('month', daysAfter(month.until, 1))
  }
  return months
}

/** What is left of a span before and after these months. */
function daysBeside({ from, until }: Span, months: readonly Span[]): readonly Span[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return [{ from, until }]
  return [
    { from, until: daysAfter(first.from, -1) },
    { from: daysAfter(last.until, 1), until },
  ]
}

/** A month of answers given: summed up by the month, and what is not summed up yet. */
function countMonth(
  db: Db,
  { key, from, until }: Period,
  { pages }: NumbersFilter,
): Promise<readonly Counted[]> {
  const fresh = conditions(['entry'], { from, until, pages })
  return inOneText(
    db,
    sql<Counted>`
    select 'entry' as what, item, '' as "of", sum(n)::int as n from (
      select item, n from entry_month where month = ${key} ${pages === undefined ? sql`` : sql`and ${onPages(pages)}`}
      union all select item, n from day_count_new where ${fresh}) as c
    group by item having sum(n) <> 0`,
  )
}

/** What is summed up and what is not yet, in one statement: nothing is seen twice, or not at all. */
async function countSpan(
  db: Db,
  what: readonly What[],
  by: 'day' | 'commune' | 'agent' | undefined,
  filter: NumbersFilter,
): Promise<readonly Counted[]> {
  const of = by === undefined ? sql`''` : sql.ref(by)
  const wanted = conditions(what, filter)
  return inOneText(
    db,
    sql<Counted>`
    select what, item, "of", sum(n)::int as n from (
      select what, item, ${of} as "of", n from day_count where ${wanted}
      union all select what, item, ${of}, n from day_count_new where ${wanted}) as c
    group by what, item, "of" having sum(n) <> 0`,
  )
}

function conditions(what: readonly What[], { from, until, pages, programme, communes }: NumbersFilter) {
  const all = [
    sql`what = any(${[...what]}::text[])`,
    sql`day between ${from} and ${until}`,
    ...(programme === undefined ? [] : [sql`programme = ${programme}`]),
    ...(communes === undefined ? [] : [sql`commune = any(${[...communes]}::text[])`]),
    ...(pages === undefined ? [] : [onPages(pages)]),
  ]
  return sql.join(all, sql` and `)
}

const onPages = (pages: NonNullable<NumbersFilter['pages']>) =>
  sql`channel || '/' || desk = any(${pages.map(({ channel, desk }) => `${channel}/${desk}`)}::text[])`
