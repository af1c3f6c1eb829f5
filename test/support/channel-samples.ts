import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import type { InboundRequest } from '../../src/ports.ts'

type Json = Readonly<Record<string, unknown>>
export type Platform = 'zalo' | 'messenger'

export function sampleNames(platform: Platform, part: string): readonly string[] {
  return readdirSync(`test/fixtures/${platform}`)
    .filter((file) => file.startsWith(part))
    .map((file) => file.replace(/\.json$/, ''))
}

export function sampleBytes(platform: Platform, name: string): Buffer {
  return readFileSync(`test/fixtures/${platform}/${name}.json`)
}

export function sample(platform: Platform, name: string): Json {
  return JSON.parse(sampleBytes(platform, name).toString('utf8')) as Json // every sample is a JSON object
}

/** The ids all samples share. */
export const ours = {
  zalo: { appId: '4410029871650238811', oaId: '1876540098123344552', oaSecret: 'INVENTED_OA_SECRET_KEY_01' },
  messenger: { pageId: '108877001122334', appSecret: 'INVENTED_APP_SECRET' },
  at: new Date(1_795_334_400_123),
  zaloUser: '7730918254460013927',
  messengerUser: '7712340098761234',
}

/** Signs as the platform does, from its documentation and not from our code. */
export const signedBy: Readonly<Record<Platform, (rawBody: Buffer) => Record<string, string>>> = {
  zalo(rawBody) {
    const { timestamp } = JSON.parse(rawBody.toString('utf8')) as { timestamp: string | number }
    const text = `${ours.zalo.appId}${rawBody.toString('utf8')}${timestamp}${ours.zalo.oaSecret}`
    return { 'x-zevent-signature': `mac=${createHash('sha256').update(text).digest('hex')}` }
  },
  messenger(rawBody) {
    const hex = createHmac('sha256', ours.messenger.appSecret).update(rawBody).digest('hex')
    return { 'x-hub-signature-256': `sha256=${hex}` }
  },
}

export function signed(platform: Platform, body: Buffer | object): InboundRequest {
  const rawBody = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  return inboundRequest(rawBody, signedBy[platform](rawBody))
}
