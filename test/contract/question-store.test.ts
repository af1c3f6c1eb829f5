import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { createBot } from '../../src/bot/bot.ts'
import type { Asked, QuestionNote } from '../../src/conversation/question-note.ts'
import { desk, knowledge } from '../support/talk.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

const DAY_MS = 24 * 3_600_000

await describeOnBothStores('what people asked', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** One person's turn that leaves these notes behind. */
  async function leave(...notes: QuestionNote[]): Promise<void> {
    const before = new Set((await rowsOf(store, 'person')).map(({ id }) => String(id)))
    await store.inbox.accept([typed(`người-${Math.random()}`, 'x', clock.now())], noBody)
    const people = (await rowsOf(store, 'person')).map(({ id }) => String(id))
    const [talk] = await store.turns.load(people.filter((id) => !before.has(id)))
    if (!talk) throw new Error('nothing waits')
    const { person, who, version, waiting } = talk
    const answered = waiting.map(({ id }) => id)
    const nothing = { replies: [], leads: [], notices: [] }
    const turn = { person, channel: who.channel, version, session: 's', answered, heardAt: clock.now() }
    await store.turns.commit({ ...turn, ...nothing, notes })
  }

  const asked = (key: string, change: Partial<Asked> = {}): Asked => ({
    kind: 'asked',
    key,
    words: `hỏi ${key}`,
    programme: 'voluntary',
    outcome: 'answered',
    shown: ['một', 'hai'],
    ...change,
  })

  test('is kept with what came of it; the last verdict counts, and more words take the place of fewer', async () => {
    await leave(asked('a', { outcome: 'choices' }))
    await leave({ kind: 'judged', key: 'a', verdict: 'not-meant', entry: undefined })
    await leave({ kind: 'judged', key: 'a', verdict: 'chosen', entry: 'ba' })
    await leave(asked('b', { words: 'nửa câu', outcome: 'not-understood', shown: [] }))
    await leave(asked('b', { words: 'cả câu' }))
    const all = await store.questions.list('all', 10)
    expect(all).toMatchObject([
      { words: 'cả câu', outcome: 'answered' },
      {
        words: 'hỏi a',
        outcome: 'choices',
        verdict: 'chosen',
        chosen: 'ba',
        shown: ['một', 'hai'],
        channel: 'zalo',
      },
    ])
    expect(all[0]).not.toHaveProperty('verdict')
  })

  test('is listed for mending when it was not understood or not what was meant, newest first, so many at most', async () => {
    await leave(asked('c', { outcome: 'not-understood', shown: [] }))
    clock.move(1_000)
    await leave(asked('d'), { kind: 'judged', key: 'd', verdict: 'not-meant', entry: undefined })
    await leave(asked('e'), { kind: 'judged', key: 'e', verdict: 'helpful', entry: undefined })
    const words = (await store.questions.list('to-mend', 10)).map((one) => one.words)
    expect(words).toEqual(['hỏi d', 'hỏi c'])
    expect(await store.questions.list('to-mend', 1)).toHaveLength(1)
    await leave(asked('f', { outcome: 'not-ours', shown: [] }))
    expect((await store.questions.list('not-ours', 10)).map((one) => one.words)).toEqual(['hỏi f'])
  })

  test('holds nobody’s name, number or address, and no way back to who asked', async () => {
    const bot = createBot(knowledge, desk)
    const personal = [
      'Tôi là Nguyễn Thị Quỳnh Oanh, sinh 12/03/1968, xóm 4 xã Quỳ Hợp, căn cước 040168012345, đóng bhxh tự nguyện bao nhiêu',
      'e ten tran van dung sdt 0987 654 321 nghi viec cty may hoang thi loan nop bhtn o dau',
      'con tôi Lê Khánh Vy thẻ GD 4 40 40 123 45678 số nhà 12 ngõ 5 đường Bến Thuỷ, email vy.le@gmail.com, bị mất thẻ bhyt',
      'stk 19036612345678 của Phạm Đức Đạt zxcvb qwerty',
    ]
    for (const [place, text] of personal.entries()) {
      const sentAt = clock.now()
      const heard = [{ said: { kind: 'words', text } as const, sentAt }] as const
      const turn = await bot.runTurn({ heard, session: undefined, today: '2026-11-24', code: `seed${place}` })
      expect(turn.notes).toHaveLength(1)
      await leave(...turn.notes)
    }
    const table = await rowsOf(store, 'question')
    expect(table.filter(({ key }) => String(key).startsWith('seed'))).toHaveLength(personal.length)
    const kept = JSON.stringify(
      table.map(({ words, shown, programme, chosen }) => [words, shown, programme, chosen]),
    )
    expect(kept).not.toMatch(
      /quỳnh|oanh|quỳ hợp|tran van|dung sdt|hoang thi|khánh|bến thuỷ|gmail|đạt|phạm|\d/i,
    )
    const people = (await rowsOf(store, 'person')).map(({ id }) => String(id))
    expect(people.filter((id) => JSON.stringify(table).includes(id))).toEqual([])
  })

  test('a long list is read in parts, and has every question once, also those of one moment', async () => {
    const notes = Array.from({ length: 260 }, (_, i) => asked(`m${i}`, { outcome: 'not-ours', shown: [] }))
    await leave(...notes)
    clock.move(1_000)
    await leave(asked('n', { outcome: 'not-ours', shown: [] }))
    const words = (await store.questions.list('not-ours', 1_000)).map((one) => one.words)
    expect(words).toHaveLength(262) // one from before
    expect(new Set(words).size).toBe(262)
    expect(words[0]).toBe('hỏi n')
    expect(await store.questions.list('not-ours', 255)).toHaveLength(255)
  })

  test('goes after as many days as the privacy page promises for a talk', async () => {
    clock.move(89 * DAY_MS)
    await store.tidy()
    expect((await store.questions.list('all', 100)).length).toBeGreaterThan(0)
    clock.move(2 * DAY_MS)
    await store.tidy()
    expect(await store.questions.list('all', 100)).toEqual([])
  })
})
