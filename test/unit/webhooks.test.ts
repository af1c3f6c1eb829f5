import { afterEach, expect, test } from 'vitest'
import { messengerHandshake, webhook, type Intake } from '../../src/http/webhooks.ts'
import type { Channel, InboundMessage, Received } from '../../src/ports.ts'
import { serve } from '../support/serve.ts'

const message: InboundMessage = {
  from: { channel: 'zalo', desk: 'oa', id: 'lan' },
  messageId: 'm1',
  sentAt: new Date(0),
  said: { kind: 'words', text: 'chào' },
}
const kept: Received = { kind: 'events', messages: [message], ignored: ['user_seen_message'] }

let close: (() => Promise<unknown>) | undefined
afterEach(() => close?.())

async function post(received: Received, intake: Partial<Intake> & { waiting?: number; down?: boolean } = {}) {
  const counted: Record<string, number> = {}
  const alarms: string[] = []
  const bodies: Buffer[] = []
  const channel: Channel = {
    name: 'zalo',
    limits: { textLength: 2000, buttons: 5, buttonLength: 100 },
    receive: () => received,
    send: () => Promise.reject(new Error('not in this test')),
  }
  const whole: Intake = {
    inbox: {
      waiting: () => Promise.resolve(intake.waiting ?? 0),
      accept: (messages, raw) => {
        if (intake.down) return Promise.reject(new Error('database is away'))
        bodies.push(raw)
        return Promise.resolve({ fresh: messages.length, repeats: 0 })
      },
    },
    observer: { note: () => Promise.resolve() },
    maxWaiting: 10,
    forgedStatus: 200,
    count: (event, n) => void (counted[event] = (counted[event] ?? 0) + n),
    alarm: (what) => void alarms.push(what),
    ...intake,
  }
  const server = await serve({ parts: [{ at: '/webhooks/zalo', router: webhook(channel, whole) }] })
  close = server.close
  const raw = Buffer.from('{"a":"\\u1ea1"}')
  const answer = await fetch(`${server.url}/webhooks/zalo`, { method: 'POST', body: raw })
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    counted,
    alarms,
    bodies,
    raw,
  }
}

test('a good webhook is kept, byte for byte, and then answered 200', async () => {
  const { status, counted, bodies, raw } = await post(kept)
  expect(status).toBe(200)
  expect(bodies).toEqual([raw])
  expect(counted).toMatchObject({ kept: 1, ignored: 1 })
})

test('a forgery is answered 200, dropped, counted and alarmed', async () => {
  const { status, counted, alarms, bodies } = await post({ kind: 'refused', why: 'bad signature' })
  expect({ status, bodies, counted, alarms }).toEqual({
    status: 200,
    bodies: [],
    counted: { refused: 1 },
    alarms: ['webhook refused'],
  })
})

test('a forgery is answered 401 where the operator chose so', async () => {
  expect((await post({ kind: 'refused', why: 'bad signature' }, { forgedStatus: 401 })).status).toBe(401)
})

test('a store that cannot keep it answers 500, so that the platform sends it again', async () => {
  const { status, counted } = await post(kept, { down: true })
  expect(status).toBe(500)
  expect(counted.kept).toBeUndefined()
})

test('too much waiting is answered 503 with a time to come back', async () => {
  const { status, retryAfter, bodies } = await post(kept, { waiting: 11 })
  expect({ status, retryAfter, bodies }).toEqual({ status: 503, retryAfter: '30', bodies: [] })
})

test('events we ignore on purpose never touch the store', async () => {
  const { status, bodies } = await post({ kind: 'events', messages: [], ignored: ['oa_send_text'] })
  expect({ status, bodies }).toEqual({ status: 200, bodies: [] })
})

test('an event of a page that is not ours is answered 200, counted and alarmed, and touches no store', async () => {
  const stranger = { kind: 'events', messages: [], ignored: [], strangers: ['333'] } as const
  const { status, bodies, counted, alarms } = await post(stranger)
  expect({ status, bodies, counted, alarms }).toMatchObject({
    status: 200,
    bodies: [],
    counted: { 'not-our-page': 1 },
    alarms: ['event of a page that is not ours'],
  })
})

test("Meta's handshake echoes the challenge for our token only", async () => {
  const server = await serve({
    parts: [{ at: '/webhooks/messenger', router: messengerHandshake((token) => token === 'ours') }],
  })
  close = server.close
  const ask = (token: string) =>
    fetch(`${server.url}/webhooks/messenger?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=11589`)
  const right = await ask('ours')
  expect([right.status, await right.text()]).toEqual([200, '11589'])
  expect((await ask('theirs')).status).toBe(403)
})
