import { describe, expect, test } from 'vitest'
import { receiveFromMessenger } from '../../src/adapters/messenger/inbound.ts'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import type { Received } from '../../src/ports.ts'
import { ours, type Platform, sample, sampleBytes, signedBy } from '../support/channel-samples.ts'

interface InboundUnderTest {
  readonly name: Platform
  readonly text: string // a sample with words
  readonly header: string
  readonly receive: (rawBody: Buffer, headers: Record<string, string>) => Received
}

const channels: readonly InboundUnderTest[] = [
  {
    name: 'zalo',
    text: 'webhook.user_send_text',
    header: 'x-zevent-signature',
    receive: (rawBody, headers) => receiveFromZalo(inboundRequest(rawBody, headers), ours.zalo),
  },
  {
    name: 'messenger',
    text: 'webhook.messages.text',
    header: 'x-hub-signature-256',
    receive: (rawBody, headers) => receiveFromMessenger(inboundRequest(rawBody, headers), ours.messenger),
  },
]

describe.each(channels)('$name webhooks', ({ name, text, header, receive }) => {
  const vector = sample(name, '_signature-vector')
  const vectorBody = Buffer.from(String(vector['raw_body']))
  const withSignature = (value: unknown) => receive(vectorBody, { [header]: String(value) })
  const recorded = sampleBytes(name, text)

  test("the platform's own example of a signature is accepted and read", () => {
    const words = expect.stringContaining('Chào em ạ 👋') as string
    expect(withSignature(vector['header_value'])).toMatchObject({ messages: [{ said: { text: words } }] })
  })

  test('its forgeries are refused', () => {
    const forged = vector['must_reject'] as readonly string[] // the vectors list strings
    expect(forged.length).toBeGreaterThan(0)
    expect(forged.map((value) => withSignature(value).kind)).toEqual(forged.map(() => 'refused'))
  })

  test('one changed byte is refused', () => {
    const tampered = Buffer.from(recorded.toString('utf8').replace('hỏi', 'hói'))
    expect(tampered.equals(recorded)).toBe(false)
    expect(receive(tampered, signedBy[name](recorded))).toMatchObject({ kind: 'refused' })
  })

  test('the same JSON written in other bytes is refused: signatures cover bytes', () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(recorded.toString('utf8')), null, 3))
    expect(receive(rewritten, signedBy[name](recorded))).toMatchObject({ kind: 'refused' })
  })

  test('no signature, an empty one and half a one are refused', () => {
    const whole = signedBy[name](recorded)[header] ?? ''
    expect(receive(recorded, {}).kind).toBe('refused')
    expect(receive(recorded, { [header]: '' }).kind).toBe('refused')
    expect(receive(recorded, { [header]: whole.slice(0, 40) }).kind).toBe('refused')
  })

  test('an empty body, and one that is not JSON, are refused without throwing', () => {
    expect(receive(Buffer.alloc(0), {}).kind).toBe('refused')
    expect(receive(Buffer.from('<html>'), { [header]: 'x' }).kind).toBe('refused')
  })

  test('the same call twice gives the same key, so the inbox can drop the repeat', () => {
    const [first, again] = [1, 2].map(() => receive(recorded, signedBy[name](recorded)))
    expect(first).toEqual(again)
  })
})

test('Zalo: a signature without its "mac=" is accepted too', () => {
  const rawBody = sampleBytes('zalo', 'webhook.user_send_text')
  const bare = signedBy.zalo(rawBody)['x-zevent-signature']?.replace('mac=', '') ?? ''
  const received = receiveFromZalo(inboundRequest(rawBody, { 'x-zevent-signature': bare }), ours.zalo)
  expect(received.kind).toBe('events')
})

test('Zalo: a signature that begins with the OA id instead of the app id is refused', () => {
  const vector = sample('zalo', '_signature-vector')
  const headers = { 'x-zevent-signature': String(vector['variant_oa_id_first_term']) }
  const received = receiveFromZalo(
    inboundRequest(Buffer.from(String(vector['raw_body'])), headers),
    ours.zalo,
  )
  expect(received.kind).toBe('refused')
})

test('Messenger: the vector with escaped slashes is accepted, the old SHA-1 header alone is not', () => {
  const vector = sample('messenger', '_signature-vector')
  const receive = (rawBody: unknown, headers: Record<string, string>) =>
    receiveFromMessenger(inboundRequest(Buffer.from(String(rawBody)), headers), ours.messenger)
  const slashed = { 'x-hub-signature-256': String(vector['header_value_slash_escaped']) }
  expect(receive(vector['raw_body_slash_escaped'], slashed)).toMatchObject({ messages: [{}] })
  const legacy = vector['legacy_header'] as Readonly<Record<string, string>> // the vector names one old header
  expect(receive(vector['raw_body'], { 'x-hub-signature': legacy['X-Hub-Signature'] ?? '' }).kind).toBe(
    'refused',
  )
})
