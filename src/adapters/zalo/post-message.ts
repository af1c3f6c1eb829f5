import { z } from 'zod'
import type { Clock, Sent } from '../../ports.ts'
import type { PageGate } from '../platform/page-gate.ts'
import { readZaloUsage } from './call-usage.ts'
import { isZaloTokenRefused, zaloVerdict } from './send-verdicts.ts'
import { zaloCall, type ZaloRefusal } from './zalo-call.ts'

/** The way to one Official Account for one call. */
export interface Way {
  readonly apiBase: string
  readonly clock: Clock
  readonly timeoutMs: number
  readonly gate: PageGate
  readonly token: string
}

const sentData = z.object({ message_id: z.string().min(1) })

/** `POST /v3.0/oa/message/cs`. */
export async function postMessage(way: Way, body: object): Promise<Sent | ZaloRefusal> {
  const called = await zaloCall(requestTo(way, '/v3.0/oa/message/cs', body), sentData, learning(way))
  if (called.kind !== 'ok') return called
  way.gate.open()
  return { kind: 'sent', platformId: called.data.message_id }
}

export function requestTo({ apiBase, token, timeoutMs }: Way, path: string, body: object) {
  return { url: apiBase + path, headers: { access_token: token }, body, timeoutMs }
}

/** What the headers of an answer tell of the minute's calls. */
export function learning({ gate, clock }: Way) {
  return (headers: Readonly<Record<string, unknown>>) =>
    gate.learn(clock.now().getTime(), readZaloUsage(headers))
}

/** What the one table says of it, for the message and for everything else of the OA. */
export function refused({ clock, gate }: Way, { code, detail }: ZaloRefusal): Sent | 'token-refused' {
  if (isZaloTokenRefused(code)) return 'token-refused'
  const now = clock.now()
  const ruling = zaloVerdict(code)
  gate.shut(now.getTime(), detail, ruling)
  return ruling.verdict(now)(detail)
}
