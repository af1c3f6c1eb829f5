import { afterEach, expect, test } from 'vitest'
import { sameText } from '../../src/adapters/same-text.ts'
import { messengerHandshake } from '../../src/http/webhooks.ts'
import { messengerPair } from '../support/fake-platforms.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function start(options: Parameters<typeof messengerPair>[0] = {}) {
  const pair = await messengerPair(options)
  open.push(pair.close)
  return { ...pair, to: { channel: 'messenger', desk: pair.desk, id: 'bac-lan' } as const }
}
const hello = { text: 'Cháu chào bác', buttons: [] }

test('Vietnamese travels as \\u escapes, slashes too when asked, and still arrives as typed', async () => {
  const { fake, bot } = await start({ escapeSlashes: true })
  await fake.say('bac-lan', 'Chào ạ 👋 1/2')
  expect(bot.bodies[0]).toContain('Ch\\u00e0o \\u1ea1 \\ud83d\\udc4b 1\\/2')
  expect(bot.messages[0]?.said).toEqual({ kind: 'words', text: 'Chào ạ 👋 1/2' })
})

test('several events can come in one call', async () => {
  const { fake, bot } = await start()
  fake.webhooks.hold()
  const acts = [fake.say('bac-lan', 'một'), fake.say('bac-hoa', 'hai'), fake.say('bac-lan', 'ba')]
  fake.webhooks.release('batched')
  expect(await Promise.all(acts)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(bot.bodies).toHaveLength(1)
  expect(bot.messages.map(({ from }) => from.id)).toEqual(['bac-lan', 'bac-hoa', 'bac-lan'])
})

test('our outbound id comes back on the echo', async () => {
  const { fake, bot, channel, to } = await start({ receipts: false })
  await fake.say('bac-lan', 'chào')
  await channel.send(to, hello, 'out:77')
  await fake.webhooks.settled()
  expect(bot.bodies.at(-1)).toContain('"metadata":"out:77"')
})

test('a link with a reference is an arrival, in a new thread and in an old one', async () => {
  const { fake, bot } = await start()
  await fake.arrive('bac-lan', 'cho-vinh')
  await fake.refer('bac-lan', 'cho-vinh')
  expect(bot.messages.map(({ said }) => said)).toEqual([
    { kind: 'arrived', ref: 'cho-vinh' },
    { kind: 'arrived', ref: 'cho-vinh' },
  ])
})

test('a menu button is its title and its payload', async () => {
  const { fake, bot } = await start()
  await fake.pressButton('bac-lan', { label: 'Mức đóng', payload: '#muc-dong' })
  expect(bot.messages[0]?.said).toEqual({ kind: 'words', text: 'Mức đóng', payload: '#muc-dong' })
  expect(fake.thread('bac-lan')[0]?.text).toBe('Mức đóng')
})

test('more than 24 hours after they wrote, nothing may be sent', async () => {
  const { fake, channel, to, clock } = await start()
  await fake.say('bac-lan', 'chào')
  clock.pass(24 * 3_600_000)
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'sent' })
  clock.pass(1)
  expect(await channel.send(to, hello, 'out:2')).toMatchObject({ kind: 'not-allowed-now' })
})

test('someone the page never met is nobody', async () => {
  const { channel, to } = await start()
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'our-fault' })
})

test('people known from before a restart can be answered', async () => {
  const { fake, channel, to } = await start({ people: ['bac-lan'] })
  expect(await channel.send(to, hello, 'out:1')).toMatchObject({ kind: 'sent' })
  expect(fake.received('bac-lan').map(({ text }) => text)).toEqual([hello.text])
})

test('a call without the proof, with a wrong token, or with a retired tag is refused', async () => {
  const { fake, api } = await start()
  await fake.say('bac-lan', 'chào')
  const codeOf = async (query: string, extra: object = {}) => {
    const body = JSON.stringify({ recipient: { id: 'bac-lan' }, message: { text: 'x' }, ...extra })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${api}/1088/messages?${query}`, { method: 'POST', headers, body })
    return ((await response.json()) as { error?: { code: number } }).error?.code
  }
  expect(await codeOf('access_token=wrong')).toBe(190)
  expect(await codeOf('access_token=page-token')).toBe(100)
  const free = await start({ requireProof: false, people: ['bac-lan'] })
  const tagged = JSON.stringify({
    recipient: { id: 'bac-lan' },
    messaging_type: 'MESSAGE_TAG',
    tag: 'ACCOUNT_UPDATE',
    message: { text: 'x' },
  })
  const response = await fetch(`${free.api}/me/messages?access_token=page-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: tagged,
  })
  expect(await response.json()).toMatchObject({ error: { code: 100 } })
})

test('the handshake echoes the challenge for our token only', async () => {
  const { fake, server } = await start()
  server.app.use(
    '/webhook',
    messengerHandshake((token) => sameText(token, 'verify-me')),
  )
  expect(await fake.handshake('verify-me')).toBe(true)
  expect(await fake.handshake('verify-you')).toBe(false)
})
