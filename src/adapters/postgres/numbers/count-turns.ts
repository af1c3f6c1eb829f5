import { sql, type Transaction } from 'kysely'
import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { TurnRecord } from '../../../work-ports.ts'
import type { Database } from '../database/schema.ts'

/** Limits of how long people wait for the bot, as the tables of the dashboard name them. */
const waits = [
  ['a', 5_000],
  ['b', 30_000],
  ['c', 5 * 60_000],
] as const

/**
 * Who was answered today, and how long after their last words. Once an answer is the day's second, more of them change
 * nothing. Everything else the dashboard counts follows from the rows themselves (migration 081).
 */
export async function countTurns(
  tx: Transaction<Database>,
  turns: readonly TurnRecord[],
  at: Date,
): Promise<void> {
  const answered = turns.filter(({ replies, answered: heard }) => replies.length > 0 && heard.length > 0)
  if (answered.length === 0) return
  const day = dayInVietNam(at)
  await sql`
    with seen as (
      insert into visit (person_id, day, programme, turns, channel, desk)
      select p.id, ${day}, g.programme, 1, p.channel, p.desk
      from json_to_recordset(${JSON.stringify(answered.flatMap(subjectsOf))}::text::json)
        as g(person uuid, programme text) join person p on p.id = g.person
      on conflict (person_id, day, programme) do update set turns = 2 where visit.turns < 2)
    insert into day_count_new (what, day, channel, desk, programme, commune, agent, item, n)
    select 'answered', ${day}, p.channel, p.desk, '', '', '', w.item, count(*)
    from json_to_recordset(${JSON.stringify(answered.map((turn) => waitOf(turn, at)))}::text::json)
      as w(person uuid, item text) join person p on p.id = w.person
    where w.item is not null group by p.channel, p.desk, w.item`.execute(tx)
}

/** '' is the day's talk itself, beside every programme it was about. */
function subjectsOf({ person, notes }: TurnRecord) {
  const about = notes.flatMap((note) => (note.kind === 'asked' ? (note.programme ?? []) : []))
  return ['', ...new Set(about)].map((programme) => ({ person, programme }))
}

function waitOf({ person, heardAt }: TurnRecord, at: Date) {
  if (heardAt === undefined) return { person, item: null }
  const waited = at.getTime() - heardAt.getTime()
  return { person, item: waits.find(([, limit]) => waited <= limit)?.[0] ?? 'd' }
}
