import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Standing } from '../../src/asking-ports.ts'
import type { ChannelName, SendFailure } from '../../src/ports.ts'
import { replyUntil } from '../../src/hand-over/reply-window.ts'
import { jpeg, png, pngOf } from '../support/pictures.ts'
import { accountWith, consoleSite, handOversOver } from '../support/console-site.ts'
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
type Line = { by: string; text: string; isPicture?: true; sent?: string }

await describeOnBothStores('the inbox of hand-overs through the API', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let [hoa, minh] = ['', '']
  /** What Zalo says when it is asked, and how often it may be. */
  const zalo: { standing: Standing | SendFailure; name: string | undefined; left: number } = {
    ...{ standing: { kind: 'known' }, name: undefined, left: 1_000 },
  }
  let hoaAgain: () => Promise<string>
  let farAgain: () => Promise<string>
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    const asking = { standing: async () => zalo.standing, nameOf: async () => zalo.name }
    const askLimit = { take: async () => (zalo.left-- > 0 ? 'ok' : 'too-many') } as const
    const handOvers = { ...handOversOver(store, clock), asking, askLimit }
    site = await consoleSite(store, clock, { handOvers })
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

  describe('a picture', () => {
    const description = 'Mẫu TK1-TS, mặt trước'
    const send = (id: string, bytes: Buffer, more: object = {}) =>
      act(id, 'picture', { picture: bytes.toString('base64'), description, ...more })
    const waiting = async () =>
      (await rowsOf(store, 'outbox')).filter(({ sealed_picture }) => sealed_picture !== null).length

    test('goes out with words before it, takes the talk, and the audit says that, not what', async () => {
      const id = await called('zalo', 'gặp người')
      expect((await send(id, png, { text: 'Bác điền mẫu này ạ' })).status).toBe(200)
      const lines = linesOf(await seen(id))
      expect(lines.slice(-2)).toMatchObject([
        { by: 'staff', text: 'Bác điền mẫu này ạ', sent: 'waiting' },
        { by: 'staff', text: description, isPicture: true, sent: 'waiting' },
      ])
      expect((await listed(hoa)).find((one) => one.id === id)?.isMine).toBe(true)
      const audit = await store.staff.audit.list({ subject: id })
      expect(audit.map(({ action }) => action)).toEqual(['hand-over.picture'])
      expect(JSON.stringify(audit)).not.toContain('TK1')
    })

    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    test.each([
      ['an SVG with a script', svg],
      ['a PNG that was cut off', png.subarray(0, png.length - 20)],
      ['a JPEG that was cut off', jpeg.subarray(0, jpeg.length - 2)],
      ['a page that begins like a PNG', Buffer.concat([png.subarray(0, 8), svg])],
      ['a byte more than 1 MB', pngOf(1_000_001)],
    ])('%s is refused kindly, and nothing is kept', async (_, bytes) => {
      const [id, before] = [await called('zalo', 'gặp người'), await waiting()]
      const { status, body } = await send(id, bytes)
      expect(status).toBe(422)
      expect(body['error']).toMatchObject({ field: 'picture', say: expect.stringMatching(/ảnh/i) as string })
      expect(await waiting()).toBe(before)
      expect((await listed(hoa)).find((one) => one.id === id)?.state).toBe('waiting')
    })

    test('1 MB to the byte is taken; 2 MB are not even read, and said in words', async () => {
      const id = await called('messenger', 'gặp người')
      expect((await send(id, pngOf(1_000_000))).status).toBe(200)
      const { status, body } = await send(id, pngOf(2_000_000))
      expect([status, body['error']]).toMatchObject([
        413,
        { say: expect.stringContaining('quá lớn') as string },
      ])
    })

    test.each([
      ['no description', { description: '   ' }],
      ['a description that says nothing', { description: 'ảnh' }],
      ['text that is no base64', { picture: '../../etc/passwd' }],
      ['no picture', { picture: '' }],
    ])('%s is refused', async (_, change) => {
      const id = await called('zalo', 'gặp người')
      expect((await send(id, png, change)).status).toBe(422)
    })

    test('a name with a path in it is nobody’s: nothing of it is kept', async () => {
      const id = await called('zalo', 'gặp người')
      expect((await send(id, png, { name: '../../../etc/cron.d/x.png' })).status).toBe(200)
      expect(JSON.stringify([await rowsOf(store, 'outbox'), linesOf(await seen(id))])).not.toContain('cron.d') // sealed words are base64: four letters come by chance
    })

    test('from another site, by a colleague, or on a channel without pictures it is refused', async () => {
      const id = await called('zalo', 'gặp người')
      await act(id, 'claim')
      const body = { picture: png.toString('base64'), description }
      const headers = { 'sec-fetch-site': 'cross-site' }
      const key = `POST /hand-overs/${id}/picture`
      expect((await site.call(key, { cookie: hoa, body, headers })).status).toBe(403)
      const colleague = await (await accountWith(store, 'officer')).session()
      expect((await act(id, 'picture', body, colleague)).status).toBe(409)
      expect((await act(await called('bot-framework', 'gặp người'), 'picture', body)).status).toBe(409)
    })
  })

  describe('asking Zalo', () => {
    const ask = (id: string, cookie = hoa) => act(id, 'ask', {}, cookie)
    const ago = (hours: number) => new Date(clock.now().getTime() - hours * HOUR)
    const untilOf = async (id: string) =>
      Date.parse((await listed(hoa)).find((one) => one.id === id)?.replyUntil ?? '')

    test('whose words never reached us: the window is counted from what Zalo says, and no further', async () => {
      const id = await called('zalo', 'gặp người')
      const heard = clock.now().getTime()
      clock.move(50 * HOUR)
      hoa = await hoaAgain()
      expect((await act(id, 'reply', { text: 'Quá muộn' })).status).toBe(409)
      const lastAt = ago(3)
      zalo.standing = { kind: 'known', lastAt, follows: true, repliesLeft: 8 }
      const { status, body } = await ask(id)
      expect([status, body]).toMatchObject([200, { state: 'open', follows: true, repliesLeft: 8 }])
      expect(await untilOf(id)).toBe(lastAt.getTime() + 48 * HOUR)
      expect(await untilOf(id)).toBeGreaterThan(heard + 48 * HOUR)
      expect((await act(id, 'reply', { text: 'Còn kịp' })).status).toBe(200)
      const sent = (await rowsOf(store, 'outbox')).at(-1)
      expect(sent?.['heard_at']).toEqual(lastAt)
      const [line] = await store.staff.audit.list({ subject: id, action: 'hand-over.ask' })
      expect(line?.changes).toEqual({})
    })

    test('a clock of theirs ahead of ours gives no more time', async () => {
      const id = await called('zalo', 'gặp người')
      zalo.standing = { kind: 'known', lastAt: ago(-500) }
      await ask(id)
      expect(await untilOf(id)).toBeLessThanOrEqual(clock.now().getTime() + 48 * HOUR)
    })

    test.each([
      ['they wrote three days ago', 72, 'charged'],
      ['they wrote eight days ago', 8 * 24, 'closed'],
    ])('%s: %s', async (_, hours, state) => {
      const id = await called('zalo', 'gặp người')
      clock.move(9 * 24 * HOUR)
      hoa = await hoaAgain()
      zalo.standing = { kind: 'known', lastAt: ago(hours), follows: false }
      expect((await ask(id)).body).toMatchObject({ state, follows: false })
      expect((await act(id, 'reply', { text: 'Quá muộn' })).status).toBe(409)
    })

    test('what Zalo has not counted yet does not shorten the window', async () => {
      const id = await called('zalo', 'gặp người')
      const before = await untilOf(id)
      zalo.standing = { kind: 'known', lastAt: ago(100) }
      expect((await ask(id)).body).toMatchObject({ state: 'open' })
      expect(await untilOf(id)).toBe(before)
    })

    test.each([
      [{ kind: 'known' }, 200, 'unknown'],
      [{ kind: 'known', isShut: true }, 200, 'closed'],
      [{ kind: 'person-left', detail: 'zalo -217: blocked' }, 200, 'gone'],
      [{ kind: 'try-later', afterMs: 1, detail: 'network: ECONNRESET' }, 503, 'hỏi lại sau ít phút'],
      [{ kind: 'our-fault', detail: 'zalo -201: user_id 7730 is invalid' }, 503, '(zalo -201)'],
    ] as const)('%j is said in words', async (standing, status, words) => {
      const id = await called('zalo', 'gặp người')
      zalo.standing = standing
      const answered = await ask(id)
      expect(answered.status).toBe(status)
      expect(JSON.stringify(answered.body)).toContain(words)
      expect(JSON.stringify(answered.body)).not.toContain('7730')
    })

    test('only Zalo is asked, only so often, and never for somebody of another province', async () => {
      expect((await ask(await called('messenger', 'gặp người'))).status).toBe(409)
      const id = await called('zalo', 'gặp người')
      expect((await ask(id, await farAgain())).status).toBe(404)
      zalo.left = 0
      expect((await ask(id)).status).toBe(429)
      zalo.left = 1_000
    })

    test('their name there is shown with the reason, and kept nowhere', async () => {
      const id = await called('zalo', 'gặp người')
      zalo.name = 'Trần Thị Hiếm Gặp'
      const { body } = await act(id, 'reveal', { reason: 'cần biết tên để tra hồ sơ' })
      expect(body).toMatchObject({ name: zalo.name })
      zalo.left = 0
      expect((await act(id, 'reveal', { reason: 'cần biết tên để tra hồ sơ' })).body).not.toHaveProperty(
        'name',
      )
      zalo.left = 1_000
      zalo.name = undefined
      expect((await act(id, 'reveal', { reason: 'cần biết tên để tra hồ sơ' })).body).not.toHaveProperty(
        'name',
      )
      const kept = await Promise.all(
        ['hand_over', 'staff_audit', 'person'].map((table) => rowsOf(store, table)),
      )
      expect(JSON.stringify(kept)).not.toContain('Hiếm Gặp')
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
