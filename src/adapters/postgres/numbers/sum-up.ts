import { sql } from 'kysely'
import type { Db } from '../database/schema.ts'

/** So many at once: an embedded store is not held long, and a busy one soon catches up. */
const AT_ONCE = 1_000

/**
 * Moves what was counted since into the counts of the days, and of answers into those of the months: taken away and added in one statement, so that it counts once
 * whatever happens. Several processes may do it at the same time: each takes rows nobody else has, and all add in one order.
 */
export async function sumUp(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ readonly taken: number }>`
      with taken as (
        delete from day_count_new where id in (
          select id from day_count_new order by id limit ${AT_ONCE} for update skip locked)
        returning what, day, channel, desk, programme, commune, agent, item, n),
      added as (
        insert into day_count as d (what, day, channel, desk, programme, commune, agent, item, n)
        select what, day, channel, desk, programme, commune, agent, item, sum(n) from taken
        group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
        on conflict (what, day, channel, desk, programme, commune, agent, item)
        do update set n = d.n + excluded.n),
      months as (
        insert into entry_month as m (month, channel, desk, item, n)
        select left(day, 7), channel, desk, item, sum(n) from taken where what = 'entry'
        group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (month, channel, desk, item) do update set n = m.n + excluded.n)
      select count(*)::int as taken from taken`.execute(db)
    if ((rows[0]?.taken ?? 0) < AT_ONCE) return
  }
}
