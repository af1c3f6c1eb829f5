import express from 'express'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import type { ContactForm } from '../../src/adapters/zalo/reply-body.ts'
import { zaloChannel } from '../../src/adapters/zalo/zalo-channel.ts'
import { zaloTokenSource } from '../../src/adapters/zalo/zalo-token-source.ts'
import { tokensInMemory } from '../../src/adapters/zalo/tokens-in-memory.ts'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import type { Channel, InboundMessage } from '../../src/ports.ts'
import { fakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import type { FakeMessengerOptions } from '../../src/simulator/fake-messenger/options.ts'
import { fakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import type { FakeZaloOptions } from '../../src/simulator/fake-zalo/options.ts'
import { type Listening, listen } from './listen.ts'

/** What the bot's end of a webhook saw, and what it answers: the given statuses first, then 200. */
interface BotEnd {
  readonly messages: InboundMessage[]
  readonly ignored: string[]
  readonly bodies: string[]
  readonly headers: Record<string, unknown>[]
  refused: number
  readonly answers: number[]
}

const noPause = async () => undefined
const START = new Date('2026-11-22T08:00:00+07:00').getTime()

/** A clock the test moves by hand. */
function handClock() {
  let ms = START
  return { now: () => new Date(ms), pass: (by: number) => void (ms += by) }
}

function takeWebhooks({ app }: Listening, channel: Channel): BotEnd {
  const seen: BotEnd = { messages: [], ignored: [], bodies: [], headers: [], refused: 0, answers: [] }
  app.post('/webhook', express.raw({ type: () => true }), (req, res) => {
    const status = seen.answers.shift() ?? 200
    const rawBody = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    seen.bodies.push(rawBody.toString('utf8'))
    seen.headers.push(req.headers)
    const received = channel.receive(inboundRequest(rawBody, req.headers))
    if (received.kind === 'refused') seen.refused += 1
    else if (status === 200) {
      seen.messages.push(...received.messages)
      seen.ignored.push(...received.ignored)
    }
    res.sendStatus(status)
  })
  return seen
}

export async function zaloPair(options: Partial<FakeZaloOptions> = {}, contactForm?: ContactForm) {
  const server = await listen()
  const clock = handClock()
  const keys = { appId: '4410', appSecret: 'app-secret', oaId: '1876', oaSecret: 'oa-secret' }
  const webhookUrl = `${server.url}/webhook`
  const habits = { refreshToken: 'rt-0', now: clock.now, wait: noPause, disables: false }
  const fake = fakeZalo({ ...keys, ...habits, webhookUrl, ...options })
  server.app.use('/fake', fake.router)
  const store = tokensInMemory({ refreshToken: 'rt-0' }, clock)
  const tokens = zaloTokenSource({
    oauthBase: `${server.url}/fake`,
    ...keys,
    clock,
    store,
  })
  const channel = zaloChannel({
    contactForm,
    ...keys,
    apiBase: `${server.url}/fake`,
    tokens,
    clock,
  })
  const bot = takeWebhooks(server, channel)
  const api = `${server.url}/fake`
  return {
    name: 'zalo',
    desk: keys.oaId,
    fake,
    channel,
    bot,
    clock,
    tokens,
    store,
    api,
    close: () => server.close(),
  } as const
}

export async function messengerPair(options: Partial<FakeMessengerOptions> = {}) {
  const server = await listen()
  const clock = handClock()
  const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
  const webhookUrl = `${server.url}/webhook`
  const habits = { appId: 455, now: clock.now, wait: noPause, disables: false }
  const fake = fakeMessenger({ ...keys, ...habits, webhookUrl, ...options })
  server.app.use('/fake/v26.0', fake.router)
  const api = `${server.url}/fake/v26.0`
  const channel = messengerChannel({ ...keys, apiBase: api })
  const bot = takeWebhooks(server, channel)
  return {
    name: 'messenger',
    desk: keys.pageId,
    fake,
    channel,
    bot,
    clock,
    api,
    server,
    close: () => server.close(),
  } as const
}
