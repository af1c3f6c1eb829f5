import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { createBot } from '../../src/bot/bot.ts'
import { OfficeTime } from '../../src/hand-over/office-time.ts'
import { readOfficeHours } from '../../src/hand-over/office-hours.ts'
import { messengerDesk } from '../support/messenger-desk.ts'
import { describeOnBothStores, jobsOf, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { desk as facts, knowledge } from '../support/talk.ts'
import { zaloDesk } from '../support/zalo-desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Nine in the morning. */
const START = Date.parse('2026-11-24T09:00:00+07:00')
const calendar = {
  label: '',
  checked: '2026-11-27',
  checkBy: '2027-01-15',
  knownUntil: '2027-12-31',
} as const
const office = new OfficeTime(readOfficeHours('hằng ngày 7h30–17h') ?? [], { ...calendar, closed: [] })
const bot = createBot(knowledge, facts)

await describeOnBothStores('a talk that a person of the desk has', (newPlace) => {
  let start = START
  let now = START
  const clock = { now: () => new Date(now) }
  let place: TestPlace
  let store: Store
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 300_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  const parts = { bot, officeFor: () => office }
  const makers = {
    zalo: () => zaloDesk(store, clock, parts),
    messenger: () => messengerDesk(store, clock, parts),
  }

  describe.each(['zalo', 'messenger'] as const)('on %s', (name) => {
    let page: Awaited<ReturnType<(typeof makers)[typeof name]>>
    let person: string
    beforeAll(async () => {
      page = await makers[name]()
    })
    afterAll(() => page.close())

    /** Everybody says their line a minute after the one before, and whatever is due goes out. */
    const round = async () => {
      await page.fake.webhooks.settled()
      await page.answer()
      await page.send()
      await page.fake.webhooks.settled()
      now += MINUTE
    }
    const say = async (text: string) => {
      const before = page.shown(person).length
      await page.fake.say(person, text)
      await round()
      return page.shown(person).slice(before).join('\n')
    }
    const tend = async () => {
      const before = page.shown(person).length
      await page.tend()
      await page.send()
      return page.shown(person).slice(before).join('\n')
    }
    const openOne = async () => {
      const [one] = await store.handOverDesk.open()
      if (!one) throw new Error('no hand-over is open')
      return one
    }
    const begin = (who: string) => {
      start += 48 * HOUR // a clock never goes back
      now = start
      person = `${name}-${who}`
    }

    test('called for: the citizen hears by when, the bot is silent, a cry for help is answered', async () => {
      begin('lan')
      expect(await say('tính bhxh tự nguyện')).toContain('Bác thuộc diện nào')
      const promise = await say('gặp cán bộ')
      expect(promise).toContain('trước 9 giờ 31')
      expect(promise).toContain(facts.hotline)
      expect(await say('mất thẻ bhyt làm sao')).toBe('')
      expect(await say('toi muon chet')).toContain('115')
      expect(await openOne()).toMatchObject({ state: 'waiting', answerBy: new Date(start + 31 * MINUTE) })
      const due = (await jobsOf(store, 'hand-over')).map((job) =>
        new Date(String(job['start_after'])).getTime(),
      )
      expect(due).toContain(start + 31 * MINUTE)
    })

    test('nobody answers by then: an apology with the hotline, the desk hears of it, the bot goes on', async () => {
      now = start + 30 * MINUTE
      expect(await tend()).toBe('')
      now = start + 31 * MINUTE
      const apology = await tend()
      expect(apology).toContain('Cháu xin lỗi bác')
      expect(apology).toContain(facts.hotline)
      expect(await tend()).toBe('')
      expect(await store.handOverDesk.open()).toEqual([])
      expect((await rowsOf(store, 'staff_notice')).map(({ kind }) => kind)).toContain('nobody-came')
      expect(await say('mất thẻ bhyt làm sao')).not.toBe('')
    })

    test('an officer answers in the platform’s inbox: theirs now, no apology, back at the question after hours of quiet', async () => {
      begin('hoa')
      await say('tính bhxh tự nguyện')
      await say('gặp người')
      await page.fake.staffSay(person, 'Chào bác, em là Hạnh')
      await round()
      expect(await openOne()).toMatchObject({ state: 'claimed', claimedBy: 'inbox' })
      expect(await say('gặp người')).toBe('')
      now = start + 2 * HOUR
      expect(await tend()).toBe('')
      expect(await say('chị ơi còn đó không')).toBe('')
      now = start + 12 * HOUR
      expect(await tend()).toBe('')
      now = start + 13 * HOUR
      const back = await tend()
      expect(back).toContain('chương trình trả lời tự động')
      expect(back).toContain('Bác thuộc diện nào')
    })

    test('where the officer’s was the last word the bot comes back without one', async () => {
      begin('tu')
      await say('gặp người')
      await page.fake.staffSay(person, 'Vâng, chào bác')
      await round()
      now = start + 13 * HOUR
      expect(await tend()).toBe('')
      expect(await store.handOverDesk.open()).toEqual([])
      expect(await say('menu')).toContain('Bác muốn hỏi gì')
    })

    test('an officer who writes first takes the talk; the citizen takes it back; a late echo changes nothing', async () => {
      begin('nam')
      await say('menu')
      await page.fake.staffSay(person, 'Bác cần em giúp không ạ')
      await round()
      expect(await say('bhyt hộ gia đình đóng bao nhiêu')).toBe('')
      page.fake.webhooks.hold()
      const late = page.fake.staffSay(person, 'Em gửi bác')
      now += MINUTE
      page.fake.webhooks.release()
      await late
      expect(await say('về đầu')).toContain('Bác muốn hỏi gì')
      const closedAt = (await rowsOf(store, 'hand_over')).at(-1)?.['closed_at']
      const to = { channel: name, desk: '', id: person }
      const [found] = (await rowsOf(store, 'person')).slice(-1)
      await store.observer.note([
        { kind: 'person-spoke', to: { ...to, desk: String(found?.['desk']) }, at: new Date(start) },
      ])
      expect(closedAt).not.toBeNull()
      expect(await store.handOverDesk.open()).toEqual([])
    })

    test('the console: what was said, one colleague at a time, replies by the outbox, given back to the bot', async () => {
      begin('sau')
      await say('gặp người')
      await say('thẻ của tôi ghi sai tên')
      const { id } = await openOne()
      const console_ = store.handOverDesk
      expect((await console_.lines(id)).map(({ by, text }) => `${by}: ${text}`)).toEqual([
        'citizen: gặp người',
        'citizen: thẻ của tôi ghi sai tên',
      ])
      expect(await console_.claim(id, 'hanh')).toBe('done')
      expect(await console_.reply(id, 'minh', 'Chào bác')).toBe('taken')
      expect(await console_.reply(id, 'hanh', '   ')).toBe('too-long')
      expect(await console_.reply(id, 'hanh', 'Bác chụp giúp em mặt trước thẻ')).toBe('done')
      await page.send()
      expect(page.shown(person).at(-1)).toBe('Bác chụp giúp em mặt trước thẻ')
      now = start + 2 * HOUR
      expect(await tend()).toBe('')
      expect(await console_.giveBack(id, 'hanh')).toBe('done')
      expect(await tend()).toContain('trao lại')
      expect(await console_.claim(id, 'hanh')).toBe('over')
      expect(await say('menu')).toContain('Bác muốn hỏi gì')
    })

    test('a platform that repeats every webhook opens and notes everything once', async () => {
      begin('bay')
      page.fake.webhooks.knobs.copies = 3
      await say('gặp người')
      await say('alo')
      page.fake.webhooks.knobs.copies = 1
      const { id } = await openOne()
      expect(await store.handOverDesk.lines(id)).toHaveLength(2)
      await say('menu')
      expect(await store.handOverDesk.open()).toEqual([])
    })
  })

  test('what people said lies sealed, and goes with the talk', async () => {
    const lines = await rowsOf(store, 'hand_over_line')
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toContain('thẻ')
    now = start + 100 * 24 * HOUR
    await store.tidy()
    expect(await rowsOf(store, 'hand_over_line')).toEqual([])
  })
})
