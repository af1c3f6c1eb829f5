import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { openFramework } from '../../src/bot/framework-channel.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { listen, type Listening } from '../support/listen.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { workParts } from '../support/store-work.ts'

interface Shown {
  readonly type: string
  readonly text: string
  readonly suggestedActions?: {
    readonly actions: readonly { readonly title: string; readonly value: string }[]
  }
}

const clock = { now: () => new Date('2026-11-27T09:00:00+07:00') }
let counted = 0

await describeOnBothStores('the Bot Framework', (newPlace) => {
  let place: TestPlace
  let store: Store
  let server: Listening
  const shown: { readonly conversation: string; readonly activity: Shown }[] = []
  const answers: number[] = []
  let parts: ReturnType<typeof workParts>

  const doorWith = (app: Parameters<typeof openFramework>[0]['app']) =>
    openFramework({ app, inbox: store.inbox, clock, maxWaiting: 100 })

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    server = await listen()
    const emulated = doorWith(undefined)
    const app = { id: 'app', password: 'secret', type: 'MultiTenant', tenant: undefined } as const
    const registered = doorWith(app)
    server.app.use(express.json())
    server.app.post('/api/messages', (req, res) => emulated.take(req, res))
    server.app.post('/registered/api/messages', (req, res) => registered.take(req, res))
    server.app.post('/connector/v3/conversations/:conversation/activities{/:to}', (req, res) => {
      const status = answers.shift() ?? 200
      if (status !== 200) return void res.status(status).json({ error: { code: 'x', message: 'no' } })
      shown.push({ conversation: req.params.conversation, activity: req.body as Shown })
      res.json({ id: `act-${shown.length}` })
    })
    parts = workParts(store, { channels: [emulated.channel], clock })
  }, 300_000)
  afterAll(async () => {
    await server.close()
    await store.close()
    await place.remove()
  })

  const activity = (changes: Readonly<Record<string, unknown>> = {}) => ({
    type: 'message',
    id: `a-${(counted += 1)}`,
    timestamp: clock.now().toISOString(),
    channelId: 'emulator',
    serviceUrl: `${server.url}/connector`,
    conversation: { id: 'c1' },
    from: { id: 'bac-lan' },
    recipient: { id: 'bot' },
    ...changes,
  })
  const post = async (body: unknown, path = '/api/messages') => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }
  const work = async () => {
    const people = await rowsOf(store, 'person')
    const jobs = people.map(({ id }) => ({ id: String(id), key: String(id), isLastAttempt: false }))
    await answerMessages(parts, jobs)
    await sendReplies(parts, 'bot-framework', jobs)
  }
  const textsOf = (conversation: string) =>
    shown.filter((one) => one.conversation === conversation).map((one) => one.activity.text)

  test('a message is kept before it is answered, and its answer leaves from the outbox', async () => {
    expect(await post(activity({ text: 'chào' }))).toBe(200)
    expect((await rowsOf(store, 'inbound_event')).at(-1)).toMatchObject({
      channel: 'bot-framework',
      state: 'waiting',
    })
    expect(shown).toEqual([])
    await work()
    expect(textsOf('c1')).toEqual(['1: chào'])
  })

  test('the same activity again is dropped; everybody has a talk of their own', async () => {
    const again = activity({ text: 'hỏi tiếp' })
    for (let copy = 0; copy < 3; copy += 1) expect(await post(again)).toBe(200)
    await post(activity({ text: 'người khác', conversation: { id: 'c2' }, from: { id: 'bac-tu' } }))
    await work()
    expect(textsOf('c1')).toEqual(['1: chào', '2: hỏi tiếp'])
    expect(textsOf('c2')).toEqual(['1: người khác'])
  })

  test('buttons are suggested actions, and a tap comes back as its value', async () => {
    const choices = [{ label: 'Tính tiền đóng', payload: '#go:sums' }]
    const { channel } = doorWith(undefined)
    const kept = {
      channel: 'emulator',
      service: `${server.url}/connector`,
      conversation: 'c3',
      user: 'bac-nam',
    }
    const to = { channel: 'bot-framework', desk: 'bot', id: JSON.stringify(kept) } as const
    const sent = await channel.send(to, { text: 'Bác muốn gì ạ?', buttons: choices }, 'out-1')
    expect(sent).toMatchObject({ kind: 'sent', platformId: expect.stringMatching(/^act-/) as string })
    const actions = shown.at(-1)?.activity.suggestedActions?.actions
    expect(actions).toMatchObject([{ title: 'Tính tiền đóng', value: '#go:sums' }])
  })

  test.each([
    ['somebody joins', { type: 'conversationUpdate', membersAdded: [{ id: 'bac-sau' }] }, 'arrived'],
    [
      'a photo',
      { attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x' }] },
      'wordless',
    ],
  ])('%s is answered', async (_, changes, said) => {
    await post(activity({ ...changes, conversation: { id: `c-${said}` }, from: { id: `p-${said}` } }))
    await work()
    expect(textsOf(`c-${said}`)).toEqual([`1: ${said}`])
  })

  test('what nobody waits on is taken and not kept: typing, the bot itself joining', async () => {
    const before = (await rowsOf(store, 'inbound_event')).length
    expect(await post(activity({ type: 'typing' }))).toBe(200)
    expect(await post(activity({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] }))).toBe(200)
    expect(await rowsOf(store, 'inbound_event')).toHaveLength(before)
  })

  test('without keys nothing is taken that would be answered elsewhere than on this machine', async () => {
    const before = (await rowsOf(store, 'inbound_event')).length
    await post(activity({ text: 'lạ', serviceUrl: 'https://example.invalid/' }))
    expect(await rowsOf(store, 'inbound_event')).toHaveLength(before)
  })

  test('with keys a caller without a token of the connector is turned away', async () => {
    expect(await post(activity({ text: 'giả' }), '/registered/api/messages')).toBe(401)
  })

  test.each(['{}', '[]', '"x"', '{"type":5}', '{"type":"message","timestamp":"hôm qua"}', 'không phải json'])(
    'a body that is no activity (%s) is refused, and breaks nothing',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const { status } = await fetch(`${server.url}/api/messages`, { method: 'POST', headers, body })
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
    },
  )

  test('a connector that stumbles gets the message once; one that refuses us holds it', async () => {
    answers.push(500)
    await post(activity({ text: 'lần nữa' }))
    await work()
    expect(textsOf('c1').at(-1)).toBe('3: lần nữa')
    answers.push(403)
    await post(activity({ text: 'và nữa' }))
    await work()
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(parts.alarms).toContain('sending is in trouble')
    expect(textsOf('c1').at(-1)).toBe('3: lần nữa')
  })

  test('a talk that is gone there is let go', async () => {
    answers.push(404)
    await post(activity({ text: 'chào', conversation: { id: 'c9' }, from: { id: 'p9' } }))
    await work()
    expect((await rowsOf(store, 'outbox')).at(-1)).toMatchObject({ state: 'person-left' })
  })
})
