import { expect, test } from 'vitest'
import { logLines } from '../../src/adapters/watch/log-lines.ts'
import { numbers } from '../../src/adapters/watch/numbers.ts'
import type { Channel, Sent } from '../../src/ports.ts'
import type { SendSeen, Watch } from '../../src/watch/watch.ts'
import { watchedSending } from '../../src/watch/watched.ts'
import type { Outbound, Outbox } from '../../src/work-ports.ts'

const heardAt = new Date('2026-11-27T01:00:00Z')
const message: Outbound = {
  ...{ id: 'out-1', person: 'p', reply: { text: 'xin chào', buttons: [] }, attempts: 2 },
  to: { channel: 'zalo', desk: 'oa', id: 'u' },
  ...{ writtenAt: heardAt, heardAt, cause: 'event-1' },
}

const silent: Watch = {
  ...{ webhook: () => undefined, kept: () => undefined, thought: () => undefined },
  ...{ turn: () => undefined, sent: () => undefined, alarm: () => undefined },
}

function world(result: Sent) {
  const seen: SendSeen[] = []
  let ms = 0
  const outbox: Outbox = {
    claim: async () => [message],
    settle: async () => undefined,
    putBack: async () => undefined,
  }
  const channel: Channel = {
    name: 'zalo',
    limits: { textLength: 2000, buttons: 5, buttonLength: 100 },
    receive: () => ({ kind: 'refused', why: '' }),
    async send() {
      ms += 40
      return result
    },
  }
  const watch = { ...silent, sent: (one: SendSeen) => void seen.push(one) }
  const clocks = { ticks: () => ms, now: () => new Date(heardAt.getTime() + 250) }
  return { ...watchedSending({ channels: [channel], outbox }, watch, clocks), seen }
}

test('a send is seen with what it answers, how the platform took it and how long the person waited', async () => {
  const { channels, outbox, seen } = world({ kind: 'sent', platformId: 'x' })
  await channels[0]?.send(message.to, message.reply, message.id)
  await outbox.settle(message, { kind: 'sent', platformId: 'x' })
  expect(seen).toEqual([
    {
      ...{ channel: 'zalo', event: 'event-1', outbound: 'out-1', attempt: 2 },
      ...{ outcome: 'sent', ms: 40, replyMs: 250 },
    },
  ])
})

test('one that is put back is seen as tried, and nobody counts it as a reply', async () => {
  const { channels, outbox, seen } = world({ kind: 'try-later', afterMs: 1, detail: '' })
  await channels[0]?.send(message.to, message.reply, message.id)
  await outbox.putBack(message, new Date())
  expect(seen).toMatchObject([{ outcome: 'try-later', ms: 40, replyMs: undefined }])
})

test('a line holds ids and counts, no words', () => {
  const lines: object[] = []
  const watch = logLines({ info: (fields, text) => void lines.push({ ...fields, text }) })
  watch.turn({
    ...{
      channel: 'zalo',
      events: ['e1', 'e2'],
      replies: 2,
      leads: 0,
      asked: ['answered'],
      died: false,
      ms: 1.26,
    },
  })
  expect(lines).toEqual([
    {
      ...{ event: 'e1', joined: ['e2'], channel: 'zalo', replies: 2, leads: 0, ms: 1.3 },
      ...{ asked: ['answered'], text: 'answered' },
    },
  ])
})

test('when the store is away the numbers still come, and say so', async () => {
  const away = () => Promise.reject(new Error('away'))
  const text = await numbers({ figures: away, blocked: away }).text()
  expect(text).toMatch(/^ansinh_store_up 0$/m)
})
