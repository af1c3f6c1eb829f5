import { z } from 'zod'
import type { Clock, Correspondent, Notice, Sent } from '../../ports.ts'
import { isZaloTokenRefused, zaloVerdict } from '../zalo/send-verdicts.ts'
import type { TokenSource } from '../zalo/token-source.ts'
import { likelyVariants, type ZaloVariants } from '../zalo/variants.ts'
import { withToken } from '../zalo/with-token.ts'
import { zaloCall } from '../zalo/zalo-call.ts'
import { untilDay } from './until-day.ts'

export interface PersonNotifierSettings {
  readonly apiBase: string
  readonly tokens: TokenSource
  readonly templateId: string
  readonly clock: Clock
  readonly variants?: Pick<ZaloVariants, 'nights' | 'personTracking'>
  readonly timeoutMs?: number
}

interface NoticeById extends Pick<Notice, 'data' | 'trackingId'> {
  readonly to: Correspondent
}

const TIMEOUT_MS = 10_000
const sentData = z.object({ message_id: z.string().min(1) })

/**
 * An approved template to somebody who wrote to the Official Account, by the id they have there. It needs no open window and
 * no phone. The errors are those of messages, not of templates by phone.
 */
export function zaloPersonNotifier(settings: PersonNotifierSettings) {
  const { tokens, clock, variants = likelyVariants } = settings
  return {
    async tell({ to, data, trackingId }: NoticeById): Promise<Sent> {
      const wait = untilDay(clock.now(), variants.nights)
      if (wait) return wait
      const tracking = variants.personTracking === 'on' && { tracking_id: trackingId }
      const body = { user_id: to.id, template_id: settings.templateId, template_data: data, ...tracking }
      return withToken(tokens, (token) => post(settings, token, body))
    },
  }
}

async function post(
  { apiBase, clock, timeoutMs = TIMEOUT_MS }: PersonNotifierSettings,
  token: string,
  body: object,
): Promise<Sent | 'token-refused'> {
  const url = `${apiBase}/v3.0/oa/message/template`
  const called = await zaloCall({ url, headers: { access_token: token }, body, timeoutMs }, sentData)
  if (called.kind === 'ok') return { kind: 'sent', platformId: called.data.message_id }
  if (called.kind !== 'refusal') return called
  const { code, detail } = called
  if (isZaloTokenRefused(code)) return 'token-refused'
  const now = clock.now()
  return zaloVerdict(code).verdict(now)(detail)
}
