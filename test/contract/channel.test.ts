import { afterEach, describe, expect, test } from 'vitest'
import { messengerPair, zaloPair } from '../support/fake-platforms.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

type Habits = Parameters<typeof zaloPair>[0] & Parameters<typeof messengerPair>[0]

const start = async (name: 'zalo' | 'messenger', options: Habits = {}) => {
  const pair = name === 'zalo' ? await zaloPair(options) : await messengerPair(options)
  open.push(pair.close)
  const to = { channel: name, desk: pair.desk, id: 'bac-lan' } as const
  return { ...pair, to }
}

const yesNo = [
  { label: 'Đồng ý', payload: '#yes:a1b2' },
  { label: 'Không', payload: '#no:a1b2' },
]
const wordlessKinds = ['sticker', 'image', 'audio', 'video', 'file', 'location', 'link', 'other'] as const

describe.each(['zalo', 'messenger'] as const)('%s, adapter against fake platform', (name) => {
  test('what people type arrives in order with who, where and when', async () => {
    const { fake, bot, clock, desk } = await start(name)
    for (const text of ['chào', 'cho hỏi bhyt', 'Xin cảm ơn ạ 👋 / <a>'])
      expect(await fake.say('bac-lan', text)).toBe('accepted')
    expect(bot.messages.map(({ said }) => (said.kind === 'words' ? said.text : said))).toEqual([
      'chào',
      'cho hỏi bhyt',
      'Xin cảm ơn ạ 👋 / <a>',
    ])
    expect(bot.messages[0]).toMatchObject({
      from: { channel: name, desk, id: 'bac-lan' },
      sentAt: clock.now(),
    })
  })

  test('a text and its buttons show on the phone, and a tap brings the payload back', async () => {
    const { fake, bot, channel, to } = await start(name)
    await fake.say('bac-lan', 'chào')
    const sent = await channel.send(to, { text: 'Bác đồng ý không ạ?', buttons: yesNo }, 'out:1')
    const [shown] = fake.received('bac-lan')
    expect(shown).toMatchObject({ text: 'Bác đồng ý không ạ?', buttons: yesNo, mark: 'delivered' })
    expect(sent).toEqual({ kind: 'sent', platformId: shown?.id })
    const [yes] = shown?.buttons ?? []
    if (!yes) throw new Error('no button was shown')
    await fake.tap('bac-lan', yes)
    expect(bot.messages.at(-1)?.said).toMatchObject({ kind: 'words', payload: '#yes:a1b2' })
  })

  test('everything without words arrives as something to answer', async () => {
    const { fake, bot } = await start(name)
    for (const what of wordlessKinds) await fake.sendWordless('bac-lan', what)
    expect(bot.messages.map(({ said }) => said)).toEqual(
      wordlessKinds.map((what) => ({ kind: 'wordless', what })),
    )
  })

  test('someone who opens the thread has arrived', async () => {
    const { fake, bot } = await start(name)
    await fake.arrive('bac-lan')
    expect(bot.messages.map(({ said }) => said)).toEqual([{ kind: 'arrived' }])
  })

  test('echoes and receipts of our own messages come back and are never answered', async () => {
    const { fake, bot, channel, to } = await start(name)
    await fake.say('bac-lan', 'chào')
    await channel.send(to, { text: 'Cháu chào bác', buttons: [] }, 'out:1')
    fake.see('bac-lan')
    await fake.webhooks.settled()
    expect(bot.messages).toHaveLength(1)
    expect(bot.ignored).toHaveLength(3)
    expect(fake.received('bac-lan')[0]?.mark).toBe('seen')
  })

  test('with echoes and receipts off, only people are heard', async () => {
    const { fake, bot, channel, to } = await start(name, { echoes: false, receipts: false })
    await fake.say('bac-lan', 'chào')
    await channel.send(to, { text: 'Cháu chào bác', buttons: [] }, 'out:1')
    fake.see('bac-lan')
    await fake.webhooks.settled()
    expect(bot.ignored).toEqual([])
  })

  test('a forged webhook is refused', async () => {
    const { fake, bot } = await start(name)
    fake.webhooks.knobs.forge = true
    await fake.say('bac-lan', 'chào')
    expect([bot.refused, bot.messages.length]).toEqual([1, 0])
  })

  test('a repeated webhook carries the same key', async () => {
    const { fake, bot } = await start(name)
    fake.webhooks.knobs.copies = 3
    await fake.say('bac-lan', 'chào')
    expect(bot.messages).toHaveLength(3)
    expect(new Set(bot.messages.map(({ messageId }) => messageId)).size).toBe(1)
  })

  test('re-ordered webhooks can be put back in order by the time people sent them', async () => {
    const { fake, bot, clock } = await start(name)
    fake.webhooks.hold()
    const acts = ['một', 'hai', 'ba'].map((text) => {
      clock.pass(1_000)
      return fake.say('bac-lan', text)
    })
    fake.webhooks.release('reversed')
    await Promise.all(acts)
    const heard = bot.messages.map(({ said, sentAt }) => ({
      text: said.kind === 'words' && said.text,
      sentAt,
    }))
    expect(heard.map(({ text }) => text)).toEqual(['ba', 'hai', 'một'])
    const sorted = heard.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
    expect(sorted.map(({ text }) => text)).toEqual(['một', 'hai', 'ba'])
  })

  test('a webhook we could not keep comes again until we can', async () => {
    const { fake, bot } = await start(name)
    bot.answers.push(503, 500)
    expect(await fake.say('bac-lan', 'chào')).toBe('accepted')
    expect([bot.bodies.length, bot.messages.length]).toEqual([3, 1])
    expect(new Set(bot.bodies).size).toBe(1)
  })

  test('someone who blocked us has left', async () => {
    const { fake, channel, to } = await start(name)
    await fake.say('bac-lan', 'chào')
    fake.block('bac-lan')
    expect(await channel.send(to, { text: 'Cháu chào bác', buttons: [] }, 'out:1')).toMatchObject({
      kind: 'person-left',
    })
    expect(fake.received('bac-lan')).toEqual([])
  })

  test('outside the window nothing may be sent, until the person writes again', async () => {
    const { fake, channel, to, clock } = await start(name)
    await fake.say('bac-lan', 'chào')
    clock.pass((7 * 24 + 1) * 3_600_000)
    const hello = { text: 'Cháu chào bác', buttons: [] }
    expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'not-allowed-now' })
    await fake.say('bac-lan', 'tôi đây')
    expect(await channel.send(to, hello, 'out:2')).toMatchObject({ kind: 'sent' })
  })

  test('what the limits promise, the platform accepts; one more it refuses', async () => {
    const { fake, channel, to } = await start(name)
    await fake.say('bac-lan', 'chào')
    const { textLength, buttons, buttonLength } = channel.limits
    const full = Array.from({ length: buttons }, (_, i) => ({
      label: 'Đ'.repeat(buttonLength),
      payload: `#${i}`,
    }))
    const most = { text: 'ạ'.repeat(textLength), buttons: full }
    expect(await channel.send(to, most, 'out:1')).toMatchObject({ kind: 'sent' })
    expect(fake.received('bac-lan')[0]).toMatchObject(most)
    const tooLong = { ...most, text: `${most.text}.` }
    const tooMany = { ...most, buttons: [...full, { label: 'Đ', payload: '#x' }] }
    expect(await channel.send(to, tooLong, 'out:2')).toMatchObject({ kind: 'our-fault' })
    expect(await channel.send(to, tooMany, 'out:3')).toMatchObject({ kind: 'our-fault' })
  })

  test.each([
    [{ kind: 'status', status: 500 }, 'try-later', 0],
    [{ kind: 'status', status: 429 }, 'try-later', 0],
    [{ kind: 'hang-up', delivered: false }, 'try-later', 0],
    [{ kind: 'hang-up', delivered: true }, 'try-later', 1],
  ] as const)('%j is %s with %i delivered, and the next send works', async (trouble, kind, delivered) => {
    const { fake, channel, to } = await start(name)
    await fake.say('bac-lan', 'chào')
    await channel.send(to, { text: 'trước', buttons: [] }, 'out:0')
    fake.failNext(trouble)
    expect(await channel.send(to, { text: 'một', buttons: [] }, 'out:1')).toMatchObject({ kind })
    expect(await channel.send(to, { text: 'hai', buttons: [] }, 'out:2')).toMatchObject({ kind: 'sent' })
    expect(fake.received('bac-lan')).toHaveLength(2 + delivered)
  })

  test('the page hears of every line and of every change of its mark', async () => {
    const { fake } = await start(name)
    const heard: string[] = []
    const stop = fake.onMessage((user, { text, mark }) => void heard.push(`${user} ${text} ${mark}`))
    await fake.say('bac-lan', 'chào')
    stop()
    await fake.say('bac-lan', 'nữa')
    expect(heard).toEqual(['bac-lan chào sending', 'bac-lan chào delivered'])
    expect(fake.thread('bac-lan')).toHaveLength(2)
  })
})
