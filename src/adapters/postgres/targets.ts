import { sql } from 'kysely'
import type { Day } from '../../policy/values.ts'
import type { Clock } from '../../ports.ts'
import { readPeriod, type Period } from '../../targets/period.ts'
import { progressOf, type Progress, type Reported, type Target } from '../../targets/progress.ts'
import type { TargetScope, TargetStore } from '../../targets/target-store.ts'
import type { TargetRow } from './database/schema-targets.ts'
import type { Db } from './database/schema.ts'
import { groupsOf } from './leads/groups-of.ts'

export function openTargets({ db, clock }: { readonly db: Db; readonly clock: Clock }): TargetStore {
  return {
    async put(targets, by) {
      const rows = targets.map((target) => rowOf(target, by, clock.now()))
      await db.transaction().execute(async (tx) => {
        for (const group of groupsOf(rows)) {
          await tx
            .insertInto('target')
            .values(group)
            .onConflict((conflict) =>
              conflict.columns(['kind', 'subject', 'programme', 'period']).doUpdateSet((given) => ({
                plan: given.ref('excluded.plan'),
                set_by: given.ref('excluded.set_by'),
                set_at: given.ref('excluded.set_at'),
              })),
            )
            .execute()
        }
      })
    },
    progress: (scope, when) => progress(db, scope, when),
  }
}

function rowOf({ of, id, programme, period, plan }: Target, set_by: string, set_at: Date): TargetRow {
  const { key, from, until } = period
  return {
    kind: of,
    subject: id,
    programme,
    period: key,
    from_day: from,
    until_day: until,
    plan,
    set_by,
    set_at,
  }
}

async function progress(
  db: Db,
  { of, id }: TargetScope,
  { on, span }: { readonly on: Day; readonly span: Period },
): Promise<readonly Progress[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('from_day', '<=', on)
    .where('until_day', '>=', on)
    .$if(of !== undefined, (query) => query.where('kind', '=', of ?? 'agent'))
    .$if(id !== undefined, (query) => query.where('subject', '=', id ?? ''))
    .orderBy('kind')
    .orderBy('subject')
    .orderBy('programme')
    .orderBy('from_day')
    .execute()
  const from = rows.reduce<Day>((first, { from_day }) => (from_day < first ? from_day : first), on)
  const reported = rows.length === 0 ? [] : await reportedIn(db, from, on)
  return rows.flatMap(({ kind, subject, programme, period: key, plan }) => {
    const period = readPeriod(key)
    if (!period) return []
    return [progressOf({ of: kind, id: subject, programme, period, plan }, reported, { on, span })]
  })
}

/** Who joined between two days, as agents reported it, counted by agent, commune, programme and day in Viet Nam. */
async function reportedIn(db: Db, from: Day, until: Day): Promise<readonly Reported[]> {
  const { rows } = await sql<Reported>`
    select agent_id as agent, commune_code as commune, coalesce(joined_programme, programme) as programme,
      to_char(outcome_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, count(*)::int as count
    from lead
    where outcome = 'joined' and agent_id is not null
      and outcome_at >= ${`${from}T00:00:00+07:00`}::timestamptz
      and outcome_at < ${`${until}T00:00:00+07:00`}::timestamptz + interval '1 day'
    group by 1, 2, 3, 4`.execute(db)
  return rows
}
