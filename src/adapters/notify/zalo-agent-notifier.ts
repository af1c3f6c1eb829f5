import { z } from 'zod'
import type { Clock, Notice, Sent } from '../../ports.ts'
import type { TokenSource } from '../zalo/token-source.ts'
import { likelyVariants, type ZaloVariants } from '../zalo/variants.ts'
import { withToken } from '../zalo/with-token.ts'
import { zaloCall } from '../zalo/zalo-call.ts'
import { isTemplateTokenRefused, templateVerdict } from './template-verdicts.ts'
import { untilDay } from './until-day.ts'

export interface ZaloNotifierSettings {
  readonly templateBase: string
  readonly tokens: TokenSource
  /** Zalo's id of each approved template; a missing one fails that notice alone. */
  readonly templates: Readonly<Partial<Record<Notice['template'], string | undefined>>>
  readonly clock: Clock
  readonly nights?: ZaloVariants['nights']
  /** Hears how many templates may still go today. */
  readonly learn?: (quota: { readonly daily: number; readonly remaining: number }) => Promise<void>
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const LONGEST_TRACKING_ID = 48
const count = z.coerce.number().int().min(0) // sent as text
const sentData = z.object({
  msg_id: z.string().min(1),
  quota: z.object({ dailyQuota: count, remainingQuota: count }).optional().catch(undefined),
})

/**
 * Approved templates to a phone (ZBS by phone, formerly ZNS). The tracking id tells receipts apart; it does not stop
 * a second message, so a caller never resends what was answered 'sent'.
 */
export function zaloAgentNotifier(settings: ZaloNotifierSettings) {
  const { clock, nights = likelyVariants.nights } = settings
  return {
    async tell(notice: Notice): Promise<Sent> {
      const templateId = settings.templates[notice.template]
      if (templateId === undefined)
        return { kind: 'our-fault', detail: `no Zalo template for ${notice.template}` }
      if (notice.trackingId.length > LONGEST_TRACKING_ID) {
        return { kind: 'our-fault', detail: `tracking id is over ${LONGEST_TRACKING_ID} characters` }
      }
      const wait = notice.template === 'sign-in-code' ? undefined : untilDay(clock.now(), nights)
      if (wait) return wait
      const body = templateBody(notice, templateId)
      return withToken(settings.tokens, (token) => post(settings, token, body))
    },
  }
}

function templateBody({ phone, data, trackingId }: Notice, templateId: string): object {
  return {
    phone: phone.replace(/^\+/, ''), // Zalo writes 84…
    template_id: templateId,
    template_data: data,
    tracking_id: trackingId,
  }
}

async function post(
  { templateBase, clock, timeoutMs, learn }: ZaloNotifierSettings,
  token: string,
  body: object,
): Promise<Sent | 'token-refused'> {
  const request = {
    url: `${templateBase}/message/template`,
    headers: { access_token: token },
    body,
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
  }
  const called = await zaloCall(request, sentData)
  if (called.kind === 'ok') {
    const { msg_id: platformId, quota } = called.data
    if (quota) await learn?.({ daily: quota.dailyQuota, remaining: quota.remainingQuota })
    return { kind: 'sent', platformId }
  }
  if (called.kind !== 'refusal') return called
  const { code, detail } = called
  return isTemplateTokenRefused(code) ? 'token-refused' : templateVerdict(code, clock.now())(detail)
}
