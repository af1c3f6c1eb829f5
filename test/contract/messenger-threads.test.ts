import { afterEach, expect, test } from 'vitest'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import type { Reply } from '../../src/conversation/reply.ts'
import { withThread } from '../../src/work/with-thread.ts'
import { messengerPair } from '../support/fake-platforms.ts'

// "Gặp người" on a Page with conversation routing: the thread goes to the page's inbox, and comes back.

const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function pairWith(controlsThreads: boolean) {
  const pair = await messengerPair()
  open.push(pair.close)
  const channel = messengerChannel({
    ...keys,
    apiBase: pair.api,
    now: () => pair.clock.now().getTime(),
    controlsThreads,
  })
  await pair.fake.say('bac-lan', 'gặp người')
  const to = { channel: 'messenger', desk: '1088', id: 'bac-lan' } as const
  const say = (text: string, more: Partial<Reply> = {}) =>
    channel.send(to, { text, buttons: [], ...more }, `out-${text}`)
  return { fake: pair.fake, say }
}

test('passed after the last words of the bot, taken back before the first ones after it', async () => {
  const { fake, say } = await pairWith(true)
  expect(await say('Cán bộ sẽ nhắn bác', { thread: 'pass' })).toMatchObject({ kind: 'sent' })
  expect(fake.isPassed('bac-lan')).toBe(true)
  expect(await say('tin khác của bot')).toMatchObject({ kind: 'try-later' }) // another app has the thread
  expect(await say('Cháu quay lại rồi ạ', { thread: 'take' })).toMatchObject({ kind: 'sent' })
  expect(fake.isPassed('bac-lan')).toBe(false)
  expect(fake.received('bac-lan').map(({ text }) => text)).toEqual([
    'Cán bộ sẽ nhắn bác',
    'Cháu quay lại rồi ạ',
  ])
})

test('what staff type in our console takes the thread too', async () => {
  const { fake, say } = await pairWith(true)
  await say('Cán bộ sẽ nhắn bác', { thread: 'pass' })
  expect(await say('em là cán bộ', { typedBy: 'staff' })).toMatchObject({ kind: 'sent' })
  expect(fake.isPassed('bac-lan')).toBe(false)
})

test('a Page without conversation routing keeps its thread', async () => {
  const { fake, say } = await pairWith(false)
  await say('Cán bộ sẽ nhắn bác', { thread: 'pass' })
  expect(fake.isPassed('bac-lan')).toBe(false)
})

test('a turn that opens a hand-over passes with its last reply; one that closes it takes back with its first', () => {
  const replies = ['một', 'hai'].map((text) => ({ text, buttons: [] }))
  const opened = { kind: 'opened', id: 'h', answerBy: new Date(), words: [] } as const
  const closed = { kind: 'closed', id: 'h', why: 'menu' } as const
  const threads = (all: readonly Reply[]) => all.map(({ thread }) => thread)
  expect(threads(withThread(replies, [opened]))).toEqual([undefined, 'pass'])
  expect(threads(withThread(replies, [closed]))).toEqual(['take', undefined])
  expect(withThread(replies, [])).toEqual(replies)
})
