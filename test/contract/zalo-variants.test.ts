import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { zaloChannel, type ZaloSettings } from '../../src/adapters/zalo/zalo-channel.ts'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample, sampleBytes, signed } from '../support/channel-samples.ts'

// Where the sources about Zalo disagree: both ways, the likelier one without any setting.

const to = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
const reply = { text: 'Chọn giúp cháu', buttons: [{ label: 'Có', payload: '#co' }] }
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

async function channelWith(changes: Partial<ZaloSettings>) {
  const platform = await cannedPlatform({ status: 200, body: sample('zalo', 'api.cs.response.ok') })
  open.push(platform.close)
  const tokens = { current: async () => 'TOKEN-1', refresh: async () => 'TOKEN-2' }
  const clock = { now: () => new Date('2026-11-22T12:00:20+07:00') }
  const settings = { ...ours.zalo, apiBase: platform.url, tokens, clock, ...changes }
  return { channel: zaloChannel(settings), requests: platform.requests }
}

test('where Zalo wants it so, a template of buttons says its type and holds the text', async () => {
  const { channel, requests } = await channelWith({ buttons: 'typed' })
  expect(await channel.send(to, reply, 'out:1')).toMatchObject({ kind: 'sent' })
  const buttons = [{ title: 'Có', type: 'oa.query.hide', payload: '#co' }]
  const payload = { template_type: 'button', text: reply.text, buttons }
  expect(requests[0]?.body).toEqual({
    recipient: { user_id: to.id },
    message: { attachment: { type: 'template', payload } },
  })
})

test('the calls of this OA are used up: held to the next minute, and the app has not lost one', async () => {
  const appCalls: string[] = []
  const { channel, requests } = await channelWith({
    callLimit: { take: async (key) => (appCalls.push(key) > 0 ? 'ok' : 'too-many') },
    oaCallLimit: { take: async (key) => (key === ours.zalo.oaId ? 'too-many' : 'ok') },
  })
  expect(await channel.send(to, reply, 'out:1')).toMatchObject({ kind: 'try-later', untried: true })
  expect([requests, appCalls]).toEqual([[], []])
})

/** Signed with the OA's id in the first place, as some say Zalo does. */
function signedByOa() {
  const rawBody = sampleBytes('zalo', 'webhook.user_send_text')
  const { timestamp } = JSON.parse(rawBody.toString('utf8')) as { timestamp: string } // a sample of ours
  const { oaId, oaSecret } = ours.zalo
  const hash = createHash('sha256').update(oaId).update(rawBody).update(timestamp).update(oaSecret)
  return inboundRequest(rawBody, { 'x-zevent-signature': `mac=${hash.digest('hex')}` })
}

test('a signature that begins with the OA is taken only where that is set; elsewhere the alarm names the setting', () => {
  expect(receiveFromZalo(signedByOa(), { ...ours.zalo, signedBy: 'oa' })).toMatchObject({ kind: 'events' })
  const refused = { kind: 'refused', why: 'signed with the id of the oa: see ZALO_SIGNED_BY' }
  expect(receiveFromZalo(signedByOa(), ours.zalo)).toEqual(refused)
  const byApp = signed('zalo', sampleBytes('zalo', 'webhook.user_send_text'))
  expect(receiveFromZalo(byApp, { ...ours.zalo, signedBy: 'oa' })).toMatchObject({ kind: 'refused' })
})
