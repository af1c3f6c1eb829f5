import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { messengerDesk } from '../support/messenger-desk.ts'
import { pngOf } from '../support/pictures.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  tablesOf,
  type TestPlace,
} from '../support/store.ts'
import { zaloDesk } from '../support/zalo-desk.ts'

// A picture of an officer's: sent once, kept no longer than it is on its way.

const ECHO_MS = 30_000
const HOUR = 3_600_000
const picture = pngOf(90_000)
const description = 'Mẫu TK1-TS, mặt trước'

await describeOnBothStores('pictures that officers send', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  const makers = {
    zalo: () => zaloDesk(store, clock, {}, { echoes: true }),
    messenger: () => messengerDesk(store, clock),
  }

  /** Every value of every table that is large enough to be a picture, however it was written. */
  async function largeValues(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '."' || table_name || '"' as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(tablesOf(store))
    const found: string[] = []
    for (const { name } of rows)
      for (const row of await rowsOf(store, name))
        for (const [column, value] of Object.entries(row))
          if (JSON.stringify(value ?? '').length > picture.length / 2) found.push(`${name}.${column}`)
    return found
  }

  describe.each(['zalo', 'messenger'] as const)('on %s', (name) => {
    let page: Awaited<ReturnType<(typeof makers)[typeof name]>>
    beforeAll(async () => {
      page = await makers[name]()
    })
    afterAll(() => page.close())

    /** Somebody whose talk the desk has; answers the hand-over's id and the person. */
    async function talkWith(user: string): Promise<{ id: string; person: string }> {
      await page.fake.say(user, 'chào')
      await page.answer()
      await page.send()
      await page.fake.staffSay(user, 'em đây ạ')
      const row = (await rowsOf(store, 'hand_over')).at(-1)
      return { id: String(row?.['id']), person: String(row?.['person_id']) }
    }
    const show = (id: string, text = '') => store.handOverDesk.show(id, 'hoa', { picture, description, text })
    /** Echoes on their way come before it: one that came later would count as late. */
    const pass = async (ms: number) => {
      await page.fake.webhooks.settled()
      clock.move(ms)
    }
    const seenBy = (user: string) => page.fake.received(user).filter((line) => line.picture !== undefined)
    const idSeen = (user: string) => seenBy(user)[0]?.picture?.split('/').at(-1) ?? ''
    const lastLine = async (id: string) => (await store.handOverDesk.lines(id)).at(-1)

    test('words first, then the picture as it was; its bytes are gone when it has gone, its description stays', async () => {
      const { id } = await talkWith(`${name}-lan`)
      expect(await show(id, 'Bác điền mẫu này ạ')).toBe('done')
      expect(await largeValues()).toEqual(['public."outbox".sealed_picture'])
      const rows = JSON.stringify(await rowsOf(store, 'outbox'))
      for (const plain of [description, picture.toString('base64').slice(0, 60)])
        expect(rows).not.toContain(plain)
      expect(await lastLine(id)).toMatchObject({ text: description, isPicture: true, sent: 'waiting' })
      await page.send()
      expect(page.shown(`${name}-lan`).slice(-2)).toEqual([
        'Bác điền mẫu này ạ',
        name === 'zalo' ? description : '',
      ])
      expect(page.fake.pictures.find(idSeen(`${name}-lan`))).toEqual(picture)
      expect(await largeValues()).toEqual([])
      expect(await lastLine(id)).toMatchObject({ text: description, isPicture: true, sent: 'sent' })
    })

    test('its answer is lost: the echo, which has no words, settles it; it is not sent again, and its bytes go', async () => {
      const user = `${name}-hoa`
      const { id } = await talkWith(user)
      await show(id)
      page.fake.failNext({ kind: 'hang-up', delivered: true })
      await page.send()
      await page.fake.webhooks.settled()
      expect(await largeValues()).toEqual([])
      await pass(ECHO_MS * 2)
      await page.send()
      expect(seenBy(user)).toHaveLength(1)
      expect(await lastLine(id)).toMatchObject({ sent: 'sent' })
    })

    test('it never arrived: without an echo it is sent again when an echo would be there', async () => {
      const user = `${name}-tu`
      const { id } = await talkWith(user)
      await show(id)
      page.fake.failNext({ kind: 'hang-up', delivered: false })
      await page.send()
      await pass(ECHO_MS - 1_000)
      await page.send()
      expect(seenBy(user)).toEqual([])
      await pass(2_000)
      await page.send()
      expect(seenBy(user)).toHaveLength(1)
    })

    test('an upload that was cut off is tried again at once when its time comes: nothing reached anybody', async () => {
      const user = `${name}-nam`
      const { id } = await talkWith(user)
      await show(id)
      page.fake.failNextUpload({ kind: 'hang-up', delivered: false })
      await page.send()
      await pass(10_000)
      await page.send()
      expect(seenBy(user)).toHaveLength(1)
    })

    test('forgotten before it went, nothing of it is left', async () => {
      const { id, person } = await talkWith(`${name}-xuyen`)
      await show(id)
      expect(await largeValues()).not.toEqual([])
      await store.personalData.erase(person)
      expect(await largeValues()).toEqual([])
      await page.send()
      expect(seenBy(`${name}-xuyen`)).toEqual([])
    })

    test('refused for good: kept a day for an operator to try again, then it goes', async () => {
      const user = `${name}-sau`
      const { id } = await talkWith(user)
      await show(id)
      page.fake.failNextUpload(name === 'zalo' ? { kind: 'error', code: -224 } : { kind: 'error', code: 100 })
      await page.send()
      expect(await lastLine(id)).toMatchObject({ sent: 'failed' })
      const letter = (await store.deadLetters.list(1))[0]?.id ?? ''
      await store.tidy()
      expect(await largeValues()).not.toEqual([])
      expect(await store.deadLetters.replay(letter)).toBe(true)
      await page.send()
      expect(seenBy(user)).toHaveLength(1)
      await show(id)
      page.fake.failNextUpload({ kind: 'error', code: name === 'zalo' ? -201 : 100 })
      await page.send()
      const second = (await store.deadLetters.list(1))[0]?.id ?? ''
      await pass(25 * HOUR)
      await store.tidy()
      expect(await largeValues()).toEqual([])
      expect(await store.deadLetters.replay(second)).toBe(false)
    })

    test('too late to be sent: its bytes go at once', async () => {
      const { id } = await talkWith(`${name}-muon`)
      await show(id)
      await pass(8 * 24 * HOUR)
      await page.send()
      expect(await lastLine(id)).toMatchObject({ sent: 'failed' })
      expect(await largeValues()).toEqual([])
    })
  })

  test('on Zalo an attachment that expired is uploaded again; jobs never carry a picture', async () => {
    const page = await makers.zalo()
    await page.fake.say('zalo-cham', 'chào')
    await page.fake.staffSay('zalo-cham', 'em đây ạ')
    const id = String((await rowsOf(store, 'hand_over')).at(-1)?.['id'])
    await store.handOverDesk.show(id, 'hoa', { picture, description, text: '' })
    page.fake.failNext({ kind: 'error', code: -100 })
    await page.send()
    expect(page.fake.received('zalo-cham').at(-1)?.picture).toBeDefined()
    expect(page.fake.pictures.ids).toHaveLength(2)
    expect(JSON.stringify(await jobsOf(store, 'outbound-zalo')).length).toBeLessThan(picture.length)
    await page.close()
  })

  test('what Zalo’s fake says of somebody is what our questions read', async () => {
    const page = await makers.zalo()
    await page.fake.say('zalo-hoi', 'chào')
    await page.fake.unfollow('zalo-hoi')
    const said = clock.now().getTime()
    const who = { channel: 'zalo', desk: '1876', id: 'zalo-hoi' } as const
    const standing = await page.asking.standing(who)
    expect(standing).toMatchObject({ kind: 'known', follows: false, repliesLeft: 8 })
    expect('lastAt' in standing && Math.abs((standing.lastAt?.getTime() ?? 0) - said)).toBeLessThan(60_000)
    expect(await page.asking.nameOf(who)).toBe('Nguyễn Thị Lan')
    page.fake.failNextAsk({ kind: 'error', code: -216 }, 2)
    expect(await page.asking.standing(who)).toMatchObject({ kind: 'known' })
    page.fake.block('zalo-hoi')
    expect(await page.asking.standing(who)).toMatchObject({ kind: 'person-left' })
    await page.close()
  })

  test('two pictures to one person: each echo settles one, and never words', async () => {
    const page = await makers.zalo()
    await page.fake.say('zalo-hai', 'chào')
    await page.answer()
    await page.send()
    await page.fake.staffSay('zalo-hai', 'em đây ạ')
    const { id, person_id } = (await rowsOf(store, 'hand_over')).at(-1) ?? {}
    await store.handOverDesk.show(String(id), 'hoa', { picture, description, text: 'Hai ảnh đây ạ' })
    await store.handOverDesk.show(String(id), 'hoa', { picture, description: 'Mặt sau', text: '' })
    await store.outbox.claim([String(person_id)], ECHO_MS) // and then the process died
    const to = { channel: 'zalo', desk: '1876', id: 'zalo-hai' } as const
    const echo = (platformId: string) =>
      ({ kind: 'echo', to, platformId, words: { text: '', at: clock.now(), isPicture: true } }) as const
    await store.observer.note([echo('p1')])
    await store.observer.note([echo('p1')]) // Zalo says it again
    const states = async () =>
      (await rowsOf(store, 'outbox'))
        .filter((row) => row['person_id'] === person_id)
        .toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
        .slice(-3)
        .map(({ state }) => state)
    expect(await states()).toEqual(['sending', 'sent', 'sending'])
    await store.observer.note([echo('p2'), echo('p3')])
    expect(await states()).toEqual(['sending', 'sent', 'sent'])
    await page.close()
  })
})
