import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { ChannelName } from '../../src/ports.ts'
import { replyUntil } from '../../src/hand-over/reply-window.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

const HOUR = 3_600_000
type Talk = { id: string; isMine: boolean; holder?: string; replyUntil: string; state: string }
type Line = { by: string; text: string }

await describeOnBothStores('the inbox of hand-overs through the API', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let [hoa, minh] = ['', '']
  let hoaAgain: () => Promise<string>
  let farAgain: () => Promise<string>
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock)
    hoaAgain = (await accountWith(store, 'officer')).session
    hoa = await hoaAgain()
    minh = await (await accountWith(store, 'officer')).session()
    farAgain = (await accountWith(store, 'officer', { province: '79' })).session
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  /** Somebody calls for a person and says this; answers the hand-over's id. */
  async function called(channel: ChannelName, ...words: string[]): Promise<string> {
    const known = new Set((await rowsOf(store, 'person')).map(({ id }) => String(id)))
    await store.inbox.accept([typed(`dân-${randomUUID()}`, 'x', clock.now(), channel)], noBody)
    const people = (await rowsOf(store, 'person')).map(({ id }) => String(id))
    const [talk] = await store.turns.load(people.filter((id) => !known.has(id)))
    if (!talk) throw new Error('nothing waits')
    const { person, version, waiting } = talk
    const id = randomUUID()
    await store.turns.commit({
      ...{ person, channel, version, session: 's', answered: waiting.map((event) => event.id) },
      ...{ heardAt: clock.now(), replies: [], leads: [], notices: [], notes: [] },
      handOvers: [{ kind: 'opened', id, answerBy: new Date(clock.now().getTime() + HOUR), words }],
    })
    return id
  }
  const listed = async (cookie: string) =>
    (await site.call('GET /hand-overs', { cookie })).body['talks'] as Talk[]
  const seen = (id: string, cookie = hoa) => site.call(`GET /hand-overs/${id}`, { cookie })
  const act = (id: string, what: string, body: unknown = {}, cookie = hoa) =>
    site.call(`POST /hand-overs/${id}/${what}`, { cookie, body })
  const linesOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body['lines'] as Line[]

  test('what could be personal is covered until a reason is given, and who looked is in the audit', async () => {
    const id = await called('zalo', 'gặp người', 'gọi tôi số 0912345678')
    expect(linesOf(await seen(id)).map(({ text }) => text)).toEqual(['gặp người', 'gọi tôi số …'])
    expect((await act(id, 'reveal', { reason: 'xem' })).status).toBe(422)
    const reason = 'cần gọi lại theo số đã để'
    expect(linesOf(await act(id, 'reveal', { reason }))[1]?.text).toContain('0912345678')
    const [line] = await store.staff.audit.list({ action: 'hand-over.reveal' })
    expect(line).toMatchObject({ subject: id, changes: { reason: { to: reason } } })
    expect(JSON.stringify(await rowsOf(store, 'staff_audit'))).not.toContain('0912345678')
  })

  test('taken by one: a colleague sees who has it and cannot answer; given back it is nobody’s', async () => {
    const id = await called('zalo', 'gặp cán bộ')
    expect((await act(id, 'claim')).status).toBe(200)
    const mine = (await listed(hoa)).find((one) => one.id === id)
    const theirs = (await listed(minh)).find((one) => one.id === id)
    expect([mine?.isMine, theirs?.isMine, theirs?.state]).toEqual([true, false, 'claimed'])
    expect(theirs?.holder).toBeDefined()
    expect((await act(id, 'reply', { text: 'Chào bác' }, minh)).status).toBe(409)
    expect((await act(id, 'reply', { text: '  ' })).status).toBe(422)
    expect((await act(id, 'reply', { text: 'Chào bác, em giúp ạ' })).status).toBe(200)
    expect(linesOf(await seen(id)).at(-1)).toMatchObject({ by: 'staff', text: 'Chào bác, em giúp ạ' })
    expect((await act(id, 'give-back')).status).toBe(200)
    const did = (await store.staff.audit.list({ subject: id })).map(({ action }) => action)
    expect(did).toEqual(['hand-over.give-back', 'hand-over.reply', 'hand-over.claim'])
  })

  describe.each([
    ['messenger', 24],
    ['zalo', 48],
  ] as const)('on %s', (channel, hours) => {
    test(`the window is ${hours} hours from their last words; after it nothing is sent`, async () => {
      const heard = clock.now().getTime()
      const id = await called(channel, 'gặp người')
      const until = (await listed(hoa)).find((one) => one.id === id)?.replyUntil ?? ''
      expect(Math.round((Date.parse(until) - heard) / HOUR)).toBe(hours)
      clock.move((hours - 1) * HOUR)
      hoa = await hoaAgain()
      expect((await act(id, 'reply', { text: 'Còn kịp' })).status).toBe(200)
      clock.move(2 * HOUR)
      hoa = await hoaAgain()
      const { status, body } = await act(id, 'reply', { text: 'Quá muộn' })
      expect(status).toBe(409)
      expect(JSON.stringify(body)).toContain(`${hours} giờ`)
      expect(linesOf(await seen(id)).map(({ text }) => text)).not.toContain('Quá muộn')
    })
  })

  test('somebody of another province has no part in it', async () => {
    const [id, far] = [await called('zalo', 'gặp người'), await farAgain()]
    expect((await listed(far)).map((one) => one.id)).not.toContain(id)
    expect((await seen(id, far)).status).toBe(404)
    expect((await act(id, 'reveal', { reason: 'cần xem cho biết' }, far)).status).toBe(404)
  })

  test('hostile words come back as they were typed, as JSON', async () => {
    const words = '<img src=x onerror=alert(1)>'
    const id = await called('zalo', words)
    const open = linesOf(await act(id, 'reveal', { reason: 'cần đọc đủ câu hỏi' }))
    expect(open[0]?.text).toBe(words)
  })
})

test('seven days on Messenger only where Meta granted the feature', () => {
  const heard = new Date(0)
  const hours = (granted: boolean) => replyUntil('messenger', heard, granted).getTime() / HOUR
  expect([hours(false), hours(true)]).toEqual([24, 168])
  expect(replyUntil('zalo', heard, true).getTime() / HOUR).toBe(48)
})
