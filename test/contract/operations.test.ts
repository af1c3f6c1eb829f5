import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { describeOnBothStores, openTestStore, tablesOf, type TestPlace } from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

const HOUR_MS = 3_600_000

await describeOnBothStores('the operations page', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let cookie: string
  const clock = { now: () => new Date('2026-11-27T03:00:00Z') }
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock)
    cookie = await (await accountWith(store, 'admin')).session()
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })
  const now = async () => (await site.call('GET /operations', { cookie })).body

  /** Somebody is answered, and a fault of ours keeps the answer from going out. */
  async function unsentReply(text: string) {
    await store.inbox.accept([typed(text, text, clock.now())], noBody)
    const rows = await tablesOf(store).selectFrom('inbound_event').selectAll().execute()
    const person = rows.at(-1)?.person_id ?? ''
    await answerMessages(workParts(store), [{ id: 'j', key: person, isLastAttempt: true }])
    const [due] = await store.outbox.claim([person])
    if (!due) throw new Error('nothing due')
    await store.outbox.settle(due, { kind: 'our-fault', detail: '-216 access token invalid' })
    return { person, id: due.id }
  }

  test('pages with their last webhook, also the silent one; what waits', async () => {
    const hourAgo = new Date(clock.now().getTime() - HOUR_MS)
    const twoDaysAgo = new Date(clock.now().getTime() - 48 * HOUR_MS)
    await store.inbox.accept([typed('a', 'xin chào', hourAgo), typed('b', 'hỏi chút', hourAgo)], noBody)
    await store.inbox.accept([typed('c', 'hôm kia', twoDaysAgo)], noBody)
    expect(await now()).toMatchObject({
      waiting: 3,
      pages: [
        { channel: 'zalo', desk: 'trang', messages: 2, lastAt: clock.now().toISOString() },
        { channel: 'messenger', desk: 'im-lang', messages: 0 },
        { channel: 'zalo', desk: '1876', messages: 0 },
      ],
      failed: [],
      requests: [],
    })
  })

  test('failed sends of the last week by reason; older ones and sent ones are not there', async () => {
    const db = tablesOf(store)
    const person = await db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const row = (state: 'our-fault' | 'sent', failure: string | null, days: number) => ({
      ...{ person_id: person.id, state, failure, sealed_reply: null },
      ...{ not_before: clock.now(), written_at: clock.now() },
      settled_at: new Date(clock.now().getTime() - days * 24 * HOUR_MS),
    })
    const given = [row('our-fault', '190 token', 1), row('our-fault', '190 token', 2)]
    const others = [row('our-fault', '190 token', 8), row('sent', null, 1)]
    await db
      .insertInto('outbox')
      .values([...given, ...others])
      .execute()
    expect((await now())['failed']).toMatchObject([
      { channel: 'zalo', state: 'our-fault', reason: '190 token', messages: 2 },
    ])
  })

  test('what was given up is seen without a word of it, and goes back into its place once', async () => {
    const why = '-216 access token invalid'
    const { person, id } = await unsentReply('xin hỏi 0912345678')
    const letters = async () => (await site.call('GET /operations/letters', { cookie })).body['letters']
    expect(await letters()).toContainEqual(
      expect.objectContaining({ id, kind: 'reply', channel: 'zalo', why }),
    )
    expect(JSON.stringify(await letters())).not.toMatch(/xin hỏi|0912/)
    const replay = () => site.call(`POST /operations/letters/${id}/replay`, { cookie })
    expect((await replay()).status).toBe(200)
    expect(await letters()).not.toContainEqual(expect.objectContaining({ id }))
    expect((await replay()).status).toBe(404)
    expect((await store.outbox.claim([person])).map((due) => due.id)).toEqual([id])
    expect((await store.staff.audit.list({ action: 'letter.replay' })).map(({ subject }) => subject)).toEqual(
      [id],
    )
  })

  test('a link for the administrator of an OA of ours, and of no other', async () => {
    const ask = (oa: string) => site.call('POST /operations/consents', { cookie, body: { oa } })
    const { status, body } = await ask('1876')
    expect(status).toBe(200)
    const ticket = String(body['link']).split('/').at(-1) ?? ''
    expect(await store.zaloConsents.find(ticket)).toMatchObject({ oa: '1876' })
    expect((await ask('4711')).status).toBe(404)
    expect((await ask('x')).status).toBe(422)
    const officer = await (await accountWith(store, 'officer')).session()
    expect(
      (await site.call('POST /operations/consents', { cookie: officer, body: { oa: '1876' } })).status,
    ).toBe(403)
  })

  test('data requests with their legal clock; one whose day has passed is late', async () => {
    const asked = (day: string) => ({
      source: 'meta-callback' as const,
      subject: day,
      askedAt: new Date(`${day}T02:00:00Z`),
      mayBe: [],
    })
    await store.dataRequests.register(asked('2026-09-01'))
    await store.dataRequests.register(asked('2026-11-26'))
    const requests = (await now())['requests'] as { askedAt: string; doneBy: string; isLate: boolean }[]
    expect(requests.map(({ isLate }) => isLate)).toEqual([true, false])
    expect(requests.every(({ askedAt, doneBy }) => doneBy > askedAt.slice(0, 10))).toBe(true)
  })

  test('how many templates may still go, as Zalo last said it', async () => {
    expect((await now())['quotas']).toEqual([])
    await store.zaloQuotas.note('trang', { daily: 500, remaining: 499 })
    await store.observer.note([{ kind: 'template-quota', desk: 'trang', daily: 2000 }])
    expect((await now())['quotas']).toEqual([
      { oa: 'trang', daily: 2000, remaining: 499, at: clock.now().toISOString() },
    ])
  })

  test('strange callers by day and commune, the same trick counted together; older than a month not at all', async () => {
    const at = (daysAgo: number, hour: number) =>
      new Date(Date.parse('2026-11-27T00:00:00+07:00') - daysAgo * 24 * HOUR_MS + hour * HOUR_MS)
    const report = (day: Date, commune_code: string | null, pattern: string | null) => ({
      ...{ commune_code, pattern, verdict: 'scam' as const, at: day },
    })
    await tablesOf(store)
      .insertInto('scam_report')
      .values([
        report(at(0, 1), '16681', 'otp'),
        report(at(0, 9), '16681', 'otp'),
        report(at(1, 23.5), null, null),
        report(at(31, 9), '16681', 'otp'),
      ])
      .execute()
    const { body } = await site.call('GET /strange-callers', { cookie })
    expect(body).toEqual({
      days: [
        {
          day: '2026-11-27',
          reports: [
            {
              commune: expect.any(String) as string,
              pattern: expect.any(String) as string,
              verdict: 'scam',
              times: 2,
            },
          ],
        },
        { day: '2026-11-26', reports: [{ verdict: 'scam', times: 1 }] },
      ],
    })
    expect(JSON.stringify(body)).not.toMatch(/16681|"otp"/) // in words
  })
})
