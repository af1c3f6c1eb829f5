import { sql } from 'kysely'
import { noTargets, type BelowTarget } from '../../leads/agent.ts'
import type { Day } from '../../policy/values.ts'
import type { Clock } from '../../ports.ts'
import { behindPace } from '../../targets/below-target.ts'
import { periodOf, readPeriod, spansOf, type Period } from '../../targets/period.ts'
import { progressOf, type Progress, type Reported, type Target } from '../../targets/progress.ts'
import type { TargetScope, TargetStore } from '../../targets/target-store.ts'
import type { TargetRow } from './database/schema-targets.ts'
import type { Db } from './database/schema.ts'
import { inOneText } from './in-one-text.ts'
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
    async all() {
      const rows = await db
        .selectFrom('target')
        .selectAll()
        .orderBy('kind')
        .orderBy('subject')
        .orderBy('programme')
        .orderBy('from_day')
        .execute()
      return rows.flatMap(targetIn)
    },
    progress: (scope, when) => readProgress(db, scope, when),
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

/** The one query behind everybody's numbers: an agent's, a supervisor's, and routing's. */
async function readProgress(
  db: Db,
  { of, id, ids, period }: TargetScope & { readonly ids?: readonly string[] },
  { on, span }: { readonly on: Day; readonly span: Period },
): Promise<readonly Progress[]> {
  const rows = await db
    .selectFrom('target')
    .select(['kind', 'subject', 'programme', 'period', 'plan', 'from_day'])
    .where('from_day', '<=', on)
    .where('until_day', '>=', on)
    .$if(of !== undefined, (query) => query.where('kind', '=', of ?? 'agent'))
    .$if(id !== undefined, (query) => query.where('subject', '=', id ?? ''))
    .$if(period !== undefined, (query) => query.where('period', '=', period ?? ''))
    .$if(ids !== undefined, (query) => query.where('subject', 'in', ids ?? []))
    .orderBy('kind')
    .orderBy('subject')
    .orderBy('programme')
    .orderBy('from_day')
    .execute()
  const from = rows.reduce<Day>((first, { from_day }) => (from_day < first ? from_day : first), on)
  const reported = rows.length === 0 ? [] : await allReported(db, { from, until: on, agents: ids })
  const whose = { agent: by(reported, 'agent'), commune: by(reported, 'commune') }
  return rows.flatMap(targetIn).map((target) => {
    const theirs = target.of === 'province' ? reported : (whose[target.of].get(target.id) ?? [])
    return progressOf(target, theirs, { on, span })
  })
}

/** Looked up, not searched: a province has thousands of plans and as many reports. */
function by(reported: readonly Reported[], whose: 'agent' | 'commune'): ReadonlyMap<string, Reported[]> {
  const found = new Map<string, Reported[]>()
  for (const one of reported) {
    const theirs = found.get(one[whose])
    if (theirs) theirs.push(one)
    else found.set(one[whose], [one])
  }
  return found
}

type Kept = Pick<TargetRow, 'kind' | 'subject' | 'programme' | 'period' | 'plan'>

function targetIn({ kind, subject, programme, period: key, plan }: Kept): readonly Target[] {
  const period = readPeriod(key)
  return period ? [{ of: kind, id: subject, programme, period, plan }] : []
}

/** How far behind their plans these agents are today: what routing goes by. One query for all of them. */
export async function belowTargetOf(
  db: Db,
  agents: readonly string[],
  { programme, today }: { readonly programme: string; readonly today: Day },
): Promise<BelowTarget> {
  if (agents.length === 0) return noTargets
  const span = periodOf('month', today)
  const behind = behindPace(
    await readProgress(db, { of: 'agent', ids: agents }, { on: today, span }),
    programme,
  )
  return (agent) => behind.get(agent) ?? 0
}

interface Asked {
  readonly from: Day
  readonly until: Day
  readonly agents: readonly string[] | undefined
}

/** So many days a statement when everybody is asked about: the embedded store is never held long. */
const DAYS_AT_ONCE = 31

async function allReported(db: Db, asked: Asked): Promise<readonly Reported[]> {
  if (asked.agents !== undefined) return reportedIn(db, asked)
  const found: Reported[] = []
  for (const span of spansOf(asked, DAYS_AT_ONCE))
    found.push(...(await reportedIn(db, { ...asked, ...span })))
  return found
}

/** Who joined between two days, as agents reported it, counted by agent, commune, programme and day in Viet Nam. */
function reportedIn(db: Db, { from, until, agents }: Asked): Promise<readonly Reported[]> {
  return inOneText(
    db,
    sql<Reported>`
    select agent_id as agent, commune_code as commune, coalesce(joined_programme, programme) as programme,
      to_char(outcome_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, count(*)::int as count
    from lead
    where outcome = 'joined' and agent_id is not null and (${agents === undefined} or agent_id = any(${agents ?? []}::text[]))
      and outcome_at >= ${`${from}T00:00:00+07:00`}::timestamptz
      and outcome_at < ${`${until}T00:00:00+07:00`}::timestamptz + interval '1 day'
    group by 1, 2, 3, 4`,
  )
}
