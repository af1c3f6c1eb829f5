import { z } from 'zod'
import type { Reply } from '../../conversation/reply.ts'
import type { Channel, Sent } from '../../ports.ts'
import { receiveFromZalo, type ZaloKeys } from './inbound.ts'
import { zaloLimits, zaloReplyBody } from './reply-body.ts'
import { isZaloTokenRefused, zaloVerdict } from './send-verdicts.ts'
import type { TokenSource } from './token-source.ts'
import { withToken } from './with-token.ts'
import { zaloCall } from './zalo-call.ts'

export interface ZaloSettings extends ZaloKeys {
  readonly apiBase: string
  readonly tokens: TokenSource
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const sentData = z.object({ message_id: z.string().min(1) })

/** One Zalo Official Account. Zalo has no place for our own id on a message, so `outboundId` goes unused there. */
export function zaloChannel(settings: ZaloSettings): Channel {
  return {
    name: 'zalo',
    limits: zaloLimits,
    receive: (request) => receiveFromZalo(request, settings),
    async send(to, reply) {
      if (to.desk !== settings.oaId)
        return { kind: 'our-fault', detail: 'a message for an OA that is not ours' }
      return withToken(settings.tokens, (token) => post(settings, token, to.id, reply))
    },
  }
}

async function post(
  { apiBase, timeoutMs }: ZaloSettings,
  token: string,
  userId: string,
  reply: Reply,
): Promise<Sent | 'token-refused'> {
  const request = {
    url: `${apiBase}/v3.0/oa/message/cs`,
    headers: { access_token: token },
    body: zaloReplyBody(userId, reply),
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
  }
  const called = await zaloCall(request, sentData)
  if (called.kind === 'ok') return { kind: 'sent', platformId: called.data.message_id }
  if (called.kind !== 'refusal') return called
  return isZaloTokenRefused(called.code) ? 'token-refused' : zaloVerdict(called.code)(called.detail)
}
