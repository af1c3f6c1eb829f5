import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Reply } from '../../src/conversation/reply.ts'
import type { Observation } from '../../src/ports.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { ours, sample, signedBy } from '../support/channel-samples.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

// Zalo carries no id of ours: whom an echo went to, its words and its time say which message it was.

const ECHO_MS = 30_000

await describeOnBothStores('one message, once, on Zalo', (newPlace) => {
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

  /** Someone whose answers are being sent, and then the process died. */
  async function cutOff(user: string, ...texts: string[]): Promise<string> {
    const messages = texts.map((text, i) => typed(user, text, new Date(Date.now() + i * 5_000)))
    await store.inbox.accept(messages, noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(waiting.at(-1)?.['person_id'])
    await answerMessages(workParts(store), [{ id: 'j', key: person, isLastAttempt: false }])
    await store.outbox.claim([person], ECHO_MS)
    return person
  }
  /** Someone to whom these are being sent. */
  async function beingSent(user: string, replies: readonly Reply[]): Promise<string> {
    await store.inbox.accept([typed(user, 'chào')], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(waiting.at(-1)?.['person_id'])
    const [talk] = await store.turns.load([person])
    if (!talk) throw new Error('nothing waits')
    await store.turns.commit({
      ...{ person, channel: 'zalo', version: talk.version, session: 's', heardAt: new Date(), replies },
      ...{ answered: talk.waiting.map(({ id }) => id), leads: [], notices: [], notes: [] },
    })
    await store.outbox.claim([person], ECHO_MS)
    return person
  }
  const echo = (user: string, text: string, platformId: string, at = new Date()): Observation => ({
    ...{ kind: 'echo', to: { channel: 'zalo', desk: 'trang', id: user }, platformId, words: { text, at } },
  })
  const outboxOf = async (person: string) =>
    (await rowsOf(store, 'outbox'))
      .filter((row) => row['person_id'] === person)
      .toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
      .map(({ state, platform_id }) => [state, platform_id])

  test('what a dead process sent is known by its echo, and not sent again', async () => {
    const person = await cutOff('bac-lan', 'chào', 'hỏi')
    await store.observer.note([echo('bac-lan', '1: chào', 'z1')])
    expect(await outboxOf(person)).toEqual([
      ['sent', 'z1'],
      ['sending', null],
    ])
  })

  test('the same words to two people are two messages, and a second echo settles no third', async () => {
    const person = await cutOff('bac-hoa', 'chào')
    const other = await cutOff('bac-ba', 'chào')
    await store.observer.note([echo('bac-ba', '1: chào', 'z2'), echo('bac-ba', '1: chào', 'z3')])
    expect(await outboxOf(person)).toEqual([['sending', null]])
    expect(await outboxOf(other)).toEqual([['sent', 'z2']])
  })

  test('copies of one echo at one moment settle one message, not the next that says the same', async () => {
    const again: Reply = { text: 'Bác muốn hỏi gì?', buttons: [] }
    const person = await beingSent('bac-mai', [again, again])
    const copy = echo('bac-mai', again.text, 'z8')
    await Promise.all([store.observer.note([copy, copy]), store.observer.note([copy])])
    expect(await outboxOf(person)).toEqual([
      ['sent', 'z8'],
      ['sending', null],
    ])
  })

  test.each([
    ['with our words among its own', 'bac-xuan', 'cơ quan BHXH\nBác bấm để gửi số'],
    ['without any words', 'bac-thu', ''],
  ])("Zalo's own form comes back %s: it is known", async (_, user, text) => {
    const person = await beingSent(user, [{ text: 'Bác bấm để gửi số', buttons: [], form: 'contact' }])
    await store.observer.note([echo(user, text, `z-${user}`)])
    expect(await outboxOf(person)).toEqual([['sent', `z-${user}`]])
  })

  test('an echo without words settles no words of ours', async () => {
    const person = await cutOff('bac-dong', 'chào')
    await store.observer.note([echo('bac-dong', '', 'z9')])
    expect(await outboxOf(person)).toEqual([['sending', null]])
  })

  test.each([
    ['of other words', 'bac-tu', { text: '2: chào' }],
    ['of somebody else', 'bac-nam', { to: 'nguoi-la' }],
    ['from before it was tried', 'bac-sau', { agoMs: 60_000 }],
  ])(
    'an echo %s settles nothing',
    async (_, user, change: { text?: string; to?: string; agoMs?: number }) => {
      const { text = '1: chào', to = user, agoMs = 0 } = change
      const person = await cutOff(user, 'chào')
      await store.observer.note([echo(to, text, 'z4', new Date(Date.now() - agoMs))])
      expect((await outboxOf(person)).at(-1)).toEqual(['sending', null])
    },
  )
})

test('the echo of a text is read with its words; of a person, never', () => {
  const body = Buffer.from(JSON.stringify(sample('zalo', 'webhook.oa_send_text')))
  const signed = signedBy.zalo(body)
  const header = (name: string) => signed[name]
  const received = receiveFromZalo({ rawBody: body, header }, ours.zalo)
  const { message, recipient } = sample('zalo', 'webhook.oa_send_text') as {
    message: { msg_id: string; text: string }
    recipient: { id: string }
  }
  expect(received).toMatchObject({
    kind: 'events',
    messages: [],
    observations: [
      { kind: 'echo', to: { id: recipient.id }, platformId: message.msg_id, words: { text: message.text } },
    ],
  })
})

test('the echo of a picture is read as one, with or without words', () => {
  const whole = sample('zalo', 'webhook.oa_send_image') as { readonly message: object }
  const wordsOf = (message: object) => {
    const body = Buffer.from(JSON.stringify({ ...whole, message }))
    const signed = signedBy.zalo(body)
    const received = receiveFromZalo({ rawBody: body, header: (name) => signed[name] }, ours.zalo)
    return received.kind === 'events' ? received.observations : []
  }
  expect(wordsOf(whole.message)).toMatchObject([
    { kind: 'echo', platformId: '0e51aa90c3f24d18b2fa', words: { text: '', isPicture: true } },
  ])
  expect(wordsOf({ ...whole.message, text: 'Bản đồ' })).toMatchObject([
    { words: { text: 'Bản đồ', isPicture: true } },
  ])
})

test('the echo of a template is read with its words, wherever they stand, and without any as a form', () => {
  const whole = sample('zalo', 'webhook.oa_send_text.template') as {
    readonly message: Readonly<Record<string, unknown>>
  }
  const wordsOf = (message: object) => {
    const body = Buffer.from(JSON.stringify({ ...whole, message }))
    const signed = signedBy.zalo(body)
    const received = receiveFromZalo({ rawBody: body, header: (name) => signed[name] }, ours.zalo)
    return received.kind === 'events'
      ? received.observations?.map((one) => one.kind === 'echo' && one.words?.text)
      : []
  }
  const { text, msg_id, attachments } = whole.message
  expect(wordsOf(whole.message)).toEqual([text])
  expect(wordsOf({ msg_id, attachments })).toEqual([text])
  expect(wordsOf({ msg_id, attachments: [{ type: 'template', payload: { zinstant_id: 'x' } }] })).toEqual([
    '',
  ])
  expect(wordsOf({ msg_id, attachments: [{ type: 'sticker', payload: {} }] })).toBeUndefined()
})
