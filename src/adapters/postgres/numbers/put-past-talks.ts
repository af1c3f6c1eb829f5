import type { PastTalks } from '../../../numbers/past-talks.ts'
import type { Db } from '../database/schema.ts'
import { groupsOf } from '../leads/groups-of.ts'

/** No page has this name. */
const page = { channel: 'zalo', desk: 'demo' } as const

/** Written as a whole, once: when its questions are there already, nothing is added. Answers how many were new. */
export function putPastTalks(db: Db, { questions, counts }: PastTalks): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let added = 0
    for (const group of groupsOf(questions)) {
      const rows = group.map(({ askedAt, programme, shown, verdict, chosen, ...said }) => ({
        ...{ ...page, ...said, asked_at: askedAt, programme: programme ?? null, shown: [...shown] },
        ...{ verdict: verdict ?? null, chosen: chosen ?? null },
      }))
      const fresh = await tx
        .insertInto('question')
        .values(rows)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('key')
        .execute()
      added += fresh.length
    }
    if (added === 0) return 0
    for (const group of groupsOf(counts))
      await tx
        .insertInto('day_count_new')
        .values(group.map((one) => ({ ...page, commune: '', agent: '', ...one })))
        .execute()
    return added
  })
}
