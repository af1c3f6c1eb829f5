import { z } from 'zod'
import type { Reply } from '../../conversation/reply.ts'
import type { Channel, Clock, RateLimit, Sent, TryLater } from '../../ports.ts'
import { PageGate } from '../platform/page-gate.ts'
import { readZaloUsage } from './call-usage.ts'
import { receiveFromZalo, type ZaloKeys } from './inbound.ts'
import { type ContactForm, zaloFormBody, zaloLimitsWith, zaloManners, zaloReplyBody } from './reply-body.ts'
import { isZaloTokenRefused, untilNextMinute, zaloVerdict } from './send-verdicts.ts'
import type { TokenSource } from './token-source.ts'
import type { ZaloVariants } from './variants.ts'
import { withToken } from './with-token.ts'
import { zaloCall, type ZaloRefusal } from './zalo-call.ts'

export interface ZaloSettings extends ZaloKeys {
  readonly apiBase: string
  readonly tokens: TokenSource
  readonly clock: Clock
  /** Calls a minute of the app, shared by everybody who sends for it. */
  readonly callLimit?: RateLimit
  /** Calls a minute of this OA: less than the app's, and by its package. */
  readonly oaCallLimit?: RateLimit | undefined
  readonly buttons?: ZaloVariants['buttons']
  /** Absent: no contact form is shown. */
  readonly contactForm?: ContactForm | undefined
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const sentData = z.object({ message_id: z.string().min(1) })

/** One Zalo Official Account. Zalo has no place for our own id on a message, so `outboundId` goes unused there. */
export function zaloChannel(settings: ZaloSettings): Channel {
  const gate = new PageGate()
  return {
    ...zaloManners,
    limits: zaloLimitsWith(settings.contactForm),
    receive: (request) => receiveFromZalo(request, settings),
    async send(to, reply) {
      if (to.desk !== settings.oaId)
        return { kind: 'our-fault', detail: 'a message for an OA that is not ours' }
      const wait = await waitFor(settings, gate)
      return wait ?? withToken(settings.tokens, (token) => post({ settings, gate, token }, to.id, reply))
    },
  }
}

/** Why nothing may go out just now, if so. */
async function waitFor(
  { appId, oaId, clock, callLimit, oaCallLimit }: ZaloSettings,
  gate: PageGate,
): Promise<TryLater | undefined> {
  const now = clock.now()
  const entry = gate.enter(now.getTime())
  if (entry.kind === 'wait') return held(entry.ms, entry.why)
  const isFull =
    (await oaCallLimit?.take(oaId)) === 'too-many' || (await callLimit?.take(appId)) === 'too-many'
  if (!isFull) return undefined
  return held(untilNextMinute(now), 'the calls of this minute are used up')
}

const held = (afterMs: number, why: string): TryLater => ({
  kind: 'try-later',
  afterMs,
  detail: `held: ${why}`,
  untried: true,
})

function bodyOf({ contactForm, buttons }: ZaloSettings, userId: string, reply: Reply): object {
  if (reply.form === 'contact' && contactForm) return zaloFormBody(userId, reply, contactForm)
  return zaloReplyBody(userId, reply, buttons)
}

interface Way {
  readonly settings: ZaloSettings
  readonly gate: PageGate
  readonly token: string
}

async function post(way: Way, userId: string, reply: Reply): Promise<Sent | 'token-refused'> {
  const { apiBase, clock, timeoutMs = TIMEOUT_MS } = way.settings
  const request = {
    url: `${apiBase}/v3.0/oa/message/cs`,
    headers: { access_token: way.token },
    body: bodyOf(way.settings, userId, reply),
    timeoutMs,
  }
  const called = await zaloCall(request, sentData, (headers) =>
    way.gate.learn(clock.now().getTime(), readZaloUsage(headers)),
  )
  if (called.kind === 'refusal') return refused(way, called)
  if (called.kind !== 'ok') return called
  way.gate.open()
  return { kind: 'sent', platformId: called.data.message_id }
}

function refused({ settings, gate }: Way, { code, detail }: ZaloRefusal): Sent | 'token-refused' {
  if (isZaloTokenRefused(code)) return 'token-refused'
  const now = settings.clock.now()
  const ruling = zaloVerdict(code)
  gate.shut(now.getTime(), detail, ruling)
  return ruling.verdict(now)(detail)
}
