import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countWhatIsThere } from '../../src/adapters/postgres/database/migration-081-numbers.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { dayInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import type { Outcome, QuestionNote } from '../../src/conversation/question-note.ts'
import type { LeadAct } from '../../src/leads/lead-acts.ts'
import type { LeadRecord } from '../../src/leads/lead-record.ts'
import type { Counted, What } from '../../src/numbers/numbers.ts'
import type { Day } from '../../src/policy/values.ts'
import { seeded } from '../../src/operator/demo/chance.ts'
import type { TurnRecord } from '../../src/work-ports.ts'
import { leadRecord } from '../support/leads.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  tablesOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]
const all: readonly What[] = [
  ...(['visit', 'visit-about', 'asked', 'verdict', 'entry'] as const),
  ...(['answered', 'lead', 'accepted', 'called'] as const),
]
const HOUR_MS = 3_600_000
const outcomes: readonly Outcome[] = ['answered', 'choices', 'not-ours', 'not-understood', 'handed-over']

await describeOnBothStores('counts kept by the day', (newPlace) => {
  const clock = movableClock()
  const chance = seeded(81)
  let place: TestPlace
  let store: Store
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
  }, 120_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  const counts = async () => {
    const filter = { from: dayInVietNam(new Date(0)), until: dayInVietNam(clock.now()) } as const
    const found = await store.numbers.count(all, 'day', { ...filter, from: '2026-01-01' })
    return tallied(found.flatMap(({ what, of, item, n }) => Array<string>(n).fill(`${what} ${of} ${item}`)))
  }

  /** The same, counted once more by hand from the rows themselves. */
  async function recounted() {
    const people = new Map((await rowsOf(store, 'person')).map((row) => [row['id'], row]))
    const dayIn = (row: Rows[number], column: string) => dayInVietNam(new Date(String(row[column])))
    const turns = new Map(
      (await rowsOf(store, 'outbox'))
        .filter(({ cause, person_id: person }) => cause !== null && people.has(person))
        .map((row) => [String(row['cause']), row]),
    )
    const talks = [...turns.values()].map((row) => `${String(row['person_id'])} ${dayIn(row, 'written_at')}`)
    const waits = [...turns.values()].map((row) => {
      const waited = Number(new Date(String(row['written_at']))) - Number(new Date(String(row['heard_at'])))
      const item = waited <= 5_000 ? 'a' : waited <= 30_000 ? 'b' : waited <= 300_000 ? 'c' : 'd'
      return `answered ${dayIn(row, 'written_at')} ${item}`
    })
    const visits = [...tallied(talks)].flatMap(([talk, times]) => {
      const day = talk.split(' ')[1] ?? ''
      return [`visit ${day} once`, ...(times > 1 ? [`visit ${day} again`] : [])]
    })
    const questions = (await rowsOf(store, 'question')).flatMap((row) => {
      const { outcome, chosen, verdict } = row
      const [first] = row['shown'] as string[]
      const day = dayIn(row, 'asked_at')
      const given = chosen ?? (outcome === 'answered' && verdict !== 'not-meant' ? first : undefined)
      return [
        `asked ${day} ${outcome === 'choices' && chosen !== null ? 'chosen' : String(outcome)}`,
        ...(verdict === null ? [] : [`verdict ${day} ${verdict as string}`]),
        ...(given === undefined ? [] : [`entry ${day} ${given as string}`]),
      ]
    })
    const leads = (await rowsOf(store, 'lead')).flatMap((row) => {
      const day = dayIn(row, 'captured_at')
      const { outcome, state } = row
      const isReached =
        row['first_call_at'] !== null &&
        outcome !== null &&
        outcome !== 'not-reached' &&
        outcome !== 'wrong-number'
      return [
        `lead ${day} left`,
        ...(state === 'contacted' || isReached ? [`lead ${day} contacted`] : []),
        ...(outcome === 'joined' ? [`lead ${day} joined`] : []),
      ]
    })
    return tallied([...visits, ...waits, ...questions, ...leads])
  }

  const without = (counted: ReadonlyMap<string, number>, ...what: What[]) =>
    new Map([...counted].filter(([key]) => !what.some((one) => key.startsWith(`${one} `))))
  const comparable = (counted: ReadonlyMap<string, number>) =>
    without(counted, 'visit-about', 'accepted', 'called')

  /** One turn of somebody, and the same turn again, as after a crash between commit and acknowledgement. */
  async function turn(user: string, change: Partial<TurnRecord> = {}): Promise<string> {
    await store.inbox.accept([typed(user, 'hỏi', new Date(clock.now().getTime() - 2_000))], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const [talk] = await store.turns.load(waiting.map((row) => String(row['person_id'])))
    if (!talk) throw new Error('nothing waits')
    const { person, version } = talk
    const record: TurnRecord = {
      ...{ person, channel: 'zalo', version, session: 's', answered: talk.waiting.map(({ id }) => id) },
      ...{ heardAt: talk.waiting.at(-1)?.sentAt, leads: [], notices: [], notes: [] },
      replies: [
        { text: 'trả lời', buttons: [] },
        { text: 'thêm', buttons: [] },
      ],
      ...change,
    }
    expect((await store.turns.commit(record)).saved).toBe(true)
    expect((await store.turns.commit(record)).saved).toBe(false)
    return person
  }

  let asked = 0
  function question(): QuestionNote[] {
    asked += chance.happens(0.8) ? 1 : 0 // else the same question with more words
    const key = `q-${asked}`
    const outcome = chance.one(outcomes)
    const shown = outcome === 'answered' || outcome === 'choices' ? [chance.one(['một', 'hai'])] : []
    const programme = chance.one(['voluntary', 'pension', ''])
    const about = programme === '' ? undefined : programme
    const verdict = chance.one(['chosen', 'helpful', 'not-meant'] as const)
    const judged = {
      ...({ kind: 'judged', key, verdict } as const),
      entry: verdict === 'chosen' ? 'ba' : undefined,
    }
    return [
      { kind: 'asked', key, words: 'hỏi', programme: about, outcome, shown },
      ...(chance.happens(0.4) ? [judged] : []),
    ]
  }

  const acts: readonly LeadAct[] = [
    { do: 'outcome', outcome: { kind: 'not-reached' } },
    { do: 'outcome', outcome: { kind: 'will-join' } },
    { do: 'outcome', outcome: { kind: 'joined', programme: 'voluntary', months: 6 } },
    { do: 'outcome', outcome: { kind: 'not-interested' } },
    { do: 'hand-on', reason: 'xa quá' },
  ]

  async function work(lead: LeadRecord): Promise<void> {
    const desk = store.agentWork({ mask: (text) => text })
    for (const act of [{ do: 'accept' } as const, chance.one(acts), chance.one(acts)]) {
      clock.move(chance.between(1, 20) * HOUR_MS)
      const row = (await rowsOf(store, 'lead')).find(({ id }) => id === lead.id)
      const key = randomUUID()
      for (const again of [key, key]) await desk.act(String(row?.['agent_id']), lead.id, act, again)
    }
  }

  test('sum to what the raw rows say, through talks of several days, leads and their calls, and replays', async () => {
    for (let step = 0; step < 40; step += 1) {
      clock.move(chance.between(0, 5) * HOUR_MS)
      const notes = chance.happens(0.7) ? question() : []
      await turn(`người ${chance.between(1, 8)}`, { notes, ...(chance.happens(0.1) && { replies: [] }) })
      if (step % 3 === 0) await store.numbers.sumUp()
      if (step % 8 !== 0) continue
      const lead = leadRecord(clock.now())
      await turn(`khách ${step}`, { leads: [lead] })
      await work(lead)
    }
    const found = await counts()
    expect(comparable(found)).toEqual(await recounted())
    await Promise.all([store.numbers.sumUp(), store.numbers.sumUp()]) // as two processes would
    expect(await counts()).toEqual(found)
    expect(await rowsOf(store, 'day_count_new')).toEqual([])
    expect([...found].filter(([key]) => key.startsWith('lead ')).length).toBeGreaterThan(3)
  }, 120_000)

  test('a turn that fails counts nothing', async () => {
    const before = await counts()
    const lead = leadRecord(clock.now())
    await turn('người hỏng', { leads: [lead] })
    const after = await counts()
    expect(after).not.toEqual(before)
    await expect(turn('người hỏng', { leads: [lead], notes: question() })).rejects.toThrow()
    expect(await counts()).toEqual(after)
  })

  test('stay when a person is forgotten, and know no person', async () => {
    const person = await turn('người xin xoá', { leads: [leadRecord(clock.now())], notes: question() })
    const before = await counts()
    await store.personalData.erase(person)
    expect(await counts()).toEqual(before)
    expect((await rowsOf(store, 'visit')).filter((row) => row['person_id'] === person)).toEqual([])
    await store.numbers.sumUp()
    expect(JSON.stringify(await rowsOf(store, 'day_count'))).not.toContain(person)
    clock.move(3 * 24 * HOUR_MS)
    await store.tidy()
    expect(await rowsOf(store, 'visit')).toEqual([])
    expect(await counts()).toEqual(before)
  })

  test('are narrowed by page, programme, commune and day, over spans of any length', async () => {
    const from = '2025-01-01' as const
    const until = dayInVietNam(clock.now())
    const left = async (change: object) =>
      (await store.numbers.count(['lead'], 'commune', { from, until, ...change }))
        .filter(({ item }) => item === 'left')
        .map(({ of, n }) => [of, n])
    const leads = (await rowsOf(store, 'lead')).length
    expect(await left({})).toEqual([['16681', leads]])
    expect(await left({ pages: [{ channel: 'zalo', desk: 'trang' }] })).toEqual([['16681', leads]])
    expect(await left({ pages: [{ channel: 'zalo', desk: 'khác' }] })).toEqual([])
    expect(await left({ programme: 'pension' })).toEqual([])
    expect(await left({ communes: ['16690'] })).toEqual([])
    expect(await left({ until: '2025-12-31' })).toEqual([])
    const byAgent = await store.numbers.count(['lead'], 'agent', { from, until })
    expect(byAgent.filter(({ item }) => item === 'left').reduce((sum, { n }) => sum + n, 0)).toBe(leads)
    expect((await store.numbers.agents(['16681'])).map(({ id }) => id)).toContain('a')
    expect(await store.numbers.agents(['khong-co'])).toEqual([])
  })

  test('of answers, are the same by whole months as day by day, summed up or not, for one page too', async () => {
    const db = tablesOf(store)
    const page = { channel: 'zalo', desk: 'cua-thang' }
    const row = { ...page, what: 'entry' as const, programme: '', commune: '', agent: '' }
    const days = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-15', '2025-04-30', '2025-05-01'] as const
    const add = (n: number) =>
      db
        .insertInto('day_count_new')
        .values(
          days.flatMap((day, i) =>
            ['mot', 'hai'].map((item, j) => ({ ...row, day, item, n: n + i + 10 * j })),
          ),
        )
        .execute()
    await add(1)
    await store.numbers.sumUp()
    await add(100)
    await db
      .insertInto('day_count_new')
      .values({ ...row, desk: 'khac', day: '2025-03-01', item: 'mot', n: 7 })
      .execute()
    const sums = (found: readonly Pick<Counted, 'item' | 'n'>[]) =>
      tallied(found.flatMap(({ item, n }) => Array<string>(n).fill(item)))
    for (const [from, until] of [
      ...[
        ['2025-01-31', '2025-05-01'],
        ['2025-02-01', '2025-04-30'],
        ['2025-02-02', '2025-03-31'],
      ],
      ...[
        ['2025-03-15', '2025-03-15'],
        ['2025-01-01', '2025-05-31'],
        ['2025-02-10', '2025-04-29'],
      ],
    ] as [Day, Day][])
      for (const pages of [undefined, [page]]) {
        const filter = { from, until, pages }
        const byDay = await store.numbers.count(['entry'], 'day', filter)
        expect(byDay.length, from).toBeGreaterThan(0)
        expect(sums(await store.numbers.count(['entry'], undefined, filter)), `${from} ${until}`).toEqual(
          sums(byDay),
        )
      }
    await sql`delete from day_count where day < '2025-06-01'`.execute(db)
    await sql`truncate day_count_new, entry_month`.execute(db)
  })

  test('are there after an update: what the tables still hold is counted', async () => {
    await turn('người của hôm nay', { notes: question() })
    await turn('người của hôm nay')
    const before = await recounted()
    const db = tablesOf(store)
    await sql`truncate visit, day_count, day_count_new`.execute(db)
    for (const one of countWhatIsThere) await sql.raw(one).execute(db)
    expect(comparable(await counts())).toEqual(before)
  })
})

function tallied(keys: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const key of keys.toSorted()) sums.set(key, (sums.get(key) ?? 0) + 1)
  return sums
}
