import { afterEach, expect, test } from 'vitest'
import { zaloAgentNotifier } from '../../src/adapters/notify/zalo-agent-notifier.ts'
import { SHARE_CONTACT } from '../../src/simulator/fake-zalo/cs-rules.ts'
import { zaloPair } from '../support/fake-platforms.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function start(...how: Parameters<typeof zaloPair>) {
  const pair = await zaloPair(...how)
  open.push(pair.close)
  return { ...pair, to: { channel: 'zalo', desk: pair.desk, id: 'bac-lan' } as const }
}
const hello = { text: 'Cháu chào bác', buttons: [] }

test('an expired token in the middle of a burst is renewed once, and every message arrives', async () => {
  const { fake, channel, to, store } = await start()
  await fake.say('bac-lan', 'chào')
  await channel.send(to, hello, 'out:0')
  const before = (await store.load())?.pair.refreshToken
  fake.tokens.expireAccess()
  const sent = await Promise.all(Array.from({ length: 20 }, (_, i) => channel.send(to, hello, `out:${i}`)))
  expect(sent.filter(({ kind }) => kind === 'sent')).toHaveLength(20)
  expect(fake.received('bac-lan')).toHaveLength(21)
  expect((await store.load())?.pair.refreshToken).not.toBe(before)
  expect(fake.tokens.spentTwice).toBe(0)
})

test('when the answer to a refresh is lost, the old refresh token is tried once more and no third time', async () => {
  const { fake, channel, to } = await start()
  await fake.say('bac-lan', 'chào')
  fake.tokens.dropNextAnswer()
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'try-later' })
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({
    detail: expect.stringMatching(/consent/) as string,
  })
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({
    detail: expect.stringMatching(/consent/) as string,
  })
  expect(fake.tokens.spentTwice).toBe(1)
})

test('a refused refresh is HTTP 200 with or without a number, or HTTP 400', async () => {
  for (const habits of [{}, { numericError: false }, { error200: false }]) {
    const { api } = await start(habits)
    const body = new URLSearchParams({ app_id: '4410', grant_type: 'refresh_token', refresh_token: 'wrong' })
    const response = await fetch(`${api}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: 'app-secret' },
      body,
    })
    expect(response.status).toBe(habits.error200 === false ? 400 : 200)
    const answer = (await response.json()) as { error?: number; error_name?: string }
    expect(answer.error_name).toBe('Invalid refresh token.')
    expect(answer.error).toBe(habits.numericError === false ? undefined : -14_014)
  }
})

test('the calls of a minute are counted, shown and refused beyond the limit, and start again', async () => {
  const { fake, channel, to, clock } = await start({ callsPerMinute: 2 })
  await fake.say('bac-lan', 'chào')
  const sent = async () => (await channel.send(to, hello, 'out:1')).kind
  expect([await sent(), await sent(), await sent()]).toEqual(['sent', 'sent', 'try-later'])
  clock.pass(60_000)
  expect(await sent()).toBe('sent')
})

test('a message is free for 48 hours, and charged, which shows by a missing quota, after that', async () => {
  const { fake, tokens, api, clock } = await start()
  await fake.say('bac-lan', 'chào')
  const quota = async () => {
    const body = JSON.stringify({ recipient: { user_id: 'bac-lan' }, message: { text: 'chào bác' } })
    const headers = { access_token: await tokens.current(), 'content-type': 'application/json' }
    const response = await fetch(`${api}/v3.0/oa/message/cs`, { method: 'POST', headers, body })
    return (await response.json()) as object
  }
  clock.pass(48 * 3_600_000)
  expect(await quota()).toMatchObject({ error: 0, data: { quota: { quota_type: 'reply' } } })
  clock.pass(1)
  const charged = await quota()
  expect(charged).toMatchObject({ error: 0 })
  expect(charged).not.toHaveProperty('data.quota')
})

test('a ladder that is used up disables the webhook until someone asks again', async () => {
  const { fake, bot } = await start({ disables: true, ladderMs: [0, 0] })
  bot.answers.push(500, 500, 500)
  expect(await fake.say('bac-lan', 'một')).toBe('gave-up')
  expect(bot.headers.map((headers) => headers['num_retry'])).toEqual([undefined, '1', '2'])
  expect(fake.webhooks.disabled).toBe(true)
  expect(await fake.say('bac-lan', 'hai')).toBe('gave-up')
  expect(bot.bodies).toHaveLength(3)
  expect(fake.thread('bac-lan').map(({ mark }) => mark)).toEqual(['failed', 'failed'])
  fake.webhooks.enable()
  expect(await fake.say('bac-lan', 'ba')).toBe('accepted')
})

test('a tap hides its payload from the chat of the one who tapped', async () => {
  const { fake, bot } = await start()
  await fake.tap('bac-lan', { label: 'Mức đóng', payload: '#muc-dong' })
  expect(fake.thread('bac-lan')).toEqual([])
  expect(bot.messages[0]?.said).toEqual({ kind: 'words', text: '#muc-dong', payload: '#muc-dong' })
})

test('a tap on the contact form tells who they are, by Zalo’s own event', async () => {
  const { fake, bot, channel } = await start(
    {},
    { title: 'BHXH tỉnh', imageUrl: 'https://bhxh.example/b.png' },
  )
  await fake.say('bac-lan', 'chào')
  const to = bot.messages[0]?.from
  if (!to) throw new Error('nobody wrote')
  expect(await channel.send(to, { text: 'Bác bấm nhé', buttons: [], form: 'contact' }, 'o')).toMatchObject({
    kind: 'sent',
  })
  const [form] = fake.received('bac-lan')
  expect(form).toMatchObject({ text: 'BHXH tỉnh\nBác bấm nhé', buttons: [SHARE_CONTACT] })
  await fake.tap('bac-lan', SHARE_CONTACT)
  expect(bot.messages.at(-1)?.said).toEqual({
    kind: 'shared',
    contact: { phone: '+84912000111', name: 'Nguyễn Thị Lan', commune: 'Phường Thành Vinh, Tỉnh Nghệ An' },
  })
})

test('"chat now" is an arrival; leaving is not answered', async () => {
  const { fake, bot } = await start()
  await fake.clickChatNow('bac-lan')
  await fake.unfollow('bac-lan')
  expect(bot.messages.map(({ said }) => said)).toEqual([{ kind: 'arrived' }])
  expect(bot.ignored).toEqual(['unfollow'])
})

test('a notice to an agent stands on the phone it was sent to, and its receipt is not a message', async () => {
  const { fake, api, tokens, clock, bot } = await start({ templates: ['300417'] })
  const notifier = zaloAgentNotifier({
    templateBase: api,
    tokens,
    templates: { 'new-lead': '300417', 'sign-in-code': '999' },
    clock,
  })
  const heard: string[] = []
  fake.onNotice(({ trackingId }) => void heard.push(trackingId))
  const notice = {
    phone: '+84912000111',
    template: 'new-lead',
    data: { code: 'L1' },
    trackingId: 'lead-1',
  } as const
  const sent = await notifier.tell(notice)
  await fake.webhooks.settled()
  const [shown] = fake.notices('84912000111')
  expect(shown).toMatchObject({ templateId: '300417', data: { code: 'L1' }, trackingId: 'lead-1' })
  expect(sent).toEqual({ kind: 'sent', platformId: shown?.id })
  expect(fake.notices('84900000000')).toEqual([])
  expect([heard, bot.messages, bot.ignored]).toEqual([['lead-1'], [], ['user_received_message']])
  expect(await notifier.tell({ ...notice, template: 'sign-in-code' })).toMatchObject({ kind: 'our-fault' })
  expect(await notifier.tell({ ...notice, phone: '12' })).toMatchObject({ kind: 'our-fault' })
})

test('a notice is refused as planned, and a dead token is renewed for notices too', async () => {
  const { fake, api, tokens, clock } = await start()
  const templates = { 'new-lead': '1', 'sign-in-code': '2' }
  const notifier = zaloAgentNotifier({ templateBase: api, tokens, templates, clock })
  const notice = {
    phone: '+84912000111',
    template: 'sign-in-code',
    data: { code: '123456' },
    trackingId: 'c',
  } as const
  fake.failNextNotice({ kind: 'error', code: -118 })
  expect(await notifier.tell(notice)).toMatchObject({ kind: 'person-left' })
  fake.tokens.expireAccess()
  expect(await notifier.tell(notice)).toMatchObject({ kind: 'sent' })
})
