import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { readConfig } from '../../src/config.ts'
import { storeJobs } from '../../src/operator/store-jobs.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { describeOnBothStores, jobsOf, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { echoBot, fakeChannel, noBody, typed, workParts } from '../support/store-work.ts'

await describeOnBothStores('dead letters', (newPlace) => {
  let place: TestPlace
  let store: Store

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** The command line's way to them. */
  const letters = async (...words: string[]) =>
    (await storeJobs['letters']?.(words, {
      store,
      config: readConfig({}, () => '40'),
      root: '.',
      pagesChanged: async () => undefined,
    })) ?? []
  const ids = async () => (await letters('list')).map((line) => (JSON.parse(line) as { id: string }).id)

  let sent = 0
  /** Someone says these, ten seconds apart, so that each is a thought of its own. */
  async function say(user: string, ...texts: string[]): Promise<string> {
    const messages = texts.map((text) => typed(user, text, new Date(Date.now() + (sent += 10_000))))
    await store.inbox.accept(messages, noBody)
    const rows = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    return String(rows.at(-1)?.['person_id'])
  }
  const answer = (person: string, bot = echoBot()) =>
    answerMessages(workParts(store, { bot }), [{ id: 'j', key: person, isLastAttempt: true }])
  async function hears(user: string, person: string) {
    const zalo = fakeChannel('zalo')
    await sendReplies(workParts(store, { channels: [zalo.channel] }), 'zalo', [
      { id: 'k', key: person, isLastAttempt: false },
    ])
    return zalo.textsTo(user)
  }

  test('a message that breaks its turn is given up, blocks nobody, and can be seen without what was typed', async () => {
    const person = await say('poison', 'một', 'hỏng số 0912345678', 'hai')
    await answer(person)
    await answer(person) // what came after it has a job of its own
    expect(await hears('poison', person)).toEqual(['1: một', 'xin lỗi', '2: hai'])
    const [id = ''] = await ids()
    const shown = (await letters('show', id)).join('\n')
    expect(JSON.parse(shown)).toMatchObject({ id, kind: 'message', channel: 'zalo', why: 'TypeError' })
    expect(shown).toContain('store-work.ts') // where it broke
    expect(shown).not.toMatch(/hỏng|0912|a bug/)
    expect((await letters('list')).join('\n')).not.toMatch(/hỏng|0912/)
    expect((await letters('show', id, '--with-words')).join('\n')).toContain('hỏng số 0912345678')
  })

  test('put back, it is answered once, in its place among what waits, and is no letter any more', async () => {
    const [id = ''] = await ids()
    const person = await say('poison', 'ba')
    expect(await letters('replay', id)).toEqual(['Đã đưa 1 tin vào hàng để làm lại.'])
    const mended = echoBot()
    const bot = {
      ...mended,
      runTurn: (input: Parameters<typeof mended.runTurn>[0]) => mended.runTurn(fixed(input)),
    }
    await answer(person, bot)
    expect(await hears('poison', person)).toEqual(['3: đã sửa', '4: ba'])
    expect(await ids()).toEqual([])
    await expect(letters('replay', id)).rejects.toThrow(id)
    expect((await jobsOf(store, 'inbound')).some(({ singleton_key: key }) => key === person)).toBe(true)
  })

  test('one that breaks again is a letter again, and still blocks nobody', async () => {
    const person = await say('again', 'hỏng')
    await answer(person)
    const [id = ''] = await ids()
    await letters('replay', id)
    await say('again', 'xong')
    await answer(person)
    await answer(person)
    expect(await ids()).toEqual([id])
    expect(await hears('again', person)).toEqual(['xin lỗi', 'xin lỗi', '1: xong'])
    await store.deadLetters.replay(id)
    await answer(person, {
      ...echoBot(),
      runTurn: async () => ({ session: '9', replies: [], effects: [], notes: [] }),
    })
  })

  test('a reply that a fault of ours kept from going out is one too, and goes when it is put back', async () => {
    const person = await say('unsent', 'chào')
    await answer(person)
    const broken = fakeChannel('zalo', { kind: 'our-fault', detail: 'zalo -201: bad' })
    await sendReplies(workParts(store, { channels: [broken.channel] }), 'zalo', [
      { id: 'l', key: person, isLastAttempt: false },
    ])
    const [id = ''] = await ids()
    const shown = (await letters('show', id)).join('\n')
    expect(JSON.parse(shown)).toMatchObject({ kind: 'reply', why: 'zalo -201: bad' })
    expect(shown).not.toContain('chào')
    expect(await letters('replay', 'all')).toEqual(['Đã đưa 1 tin vào hàng để làm lại.'])
    expect(await hears('unsent', person)).toEqual(['1: chào'])
    expect(await ids()).toEqual([])
  })

  test('an id that is none, and a command that is none, are said to be so', async () => {
    await expect(letters('show', "x' or 1=1")).rejects.toThrow('không có tin nào')
    await expect(letters('replay', 'khong-co')).rejects.toThrow('khong-co')
    await expect(letters('burn')).rejects.toThrow('letters list')
  })
})

type Input = Parameters<ReturnType<typeof echoBot>['runTurn']>[0]

/** The program after its fault was mended: the same message breaks nothing. */
function fixed(input: Input): Input {
  const heard = input.heard.map((one) =>
    one.said.kind === 'words' && one.said.text.includes('hỏng')
      ? { ...one, said: { kind: 'words', text: 'đã sửa' } as const }
      : one,
  )
  return { ...input, heard: [heard[0] ?? input.heard[0], ...heard.slice(1)] }
}
