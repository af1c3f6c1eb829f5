import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  tablesOf,
  type TestPlace,
} from '../support/store.ts'

const LEADS = 11_000
/** Of the same moment: an order by time alone would lose some of them between two queries. */
const A_MOMENT = 7

await describeOnBothStores('thousands of leads', (newPlace) => {
  let place: TestPlace
  let store: Store
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, movableClock())
    await sql`
      insert into lead (id, code, owner, state, commune_code, programme, for_whom, sealed_details, captured_at, offered_at,
        accept_before, call_before, outcome, closed_at)
      select gen_random_uuid(), 'K' || case when n % 1000 = 0 then 'TIM' else 'LEAD' end || n, 'province-desk', 'closed', '16000',
        'voluntary', 'self', '', at, at, at, at, 'advised', at
      from (select n, now() - (n / ${A_MOMENT}) * interval '1 hour' as at from generate_series(1, ${LEADS}) n) l`.execute(
      tablesOf(store),
    )
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  test('a search looks through all of them, newest first, and goes on where a page ended', async () => {
    const desk = store.leadDesk({ mask: (text) => text })
    const page = (before?: string) => desk.list('everywhere', { which: 'all', find: 'ktim', most: 4, before })
    const codes: string[] = []
    for (let last: string | undefined; ;) {
      const leads = await page(last)
      codes.push(...leads.map(({ code }) => code))
      if (leads.length < 4) break
      last = leads.at(-1)?.id
    }
    expect(codes).toEqual(Array.from({ length: 11 }, (_, i) => `KTIM${(i + 1) * 1000}`))
    const open = { which: 'open', find: 'ktim', most: 4 } as const
    expect(await desk.list('everywhere', open)).toEqual([])
  })

  test('every one is in the file that goes out, once, the oldest first', async () => {
    const all = await store.leadList.all()
    expect(new Set(all.map(({ code }) => code)).size).toBe(LEADS)
    expect(all).toHaveLength(LEADS)
    const days = all.map(({ day }) => day)
    expect(days).toEqual(days.toSorted())
  })
})
