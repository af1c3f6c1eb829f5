import { z } from 'zod'
import type { AskPlatform, Standing } from '../../asking-ports.ts'
import type { Clock, Correspondent, SendFailure } from '../../ports.ts'
import type { PlatformRequest } from '../platform/call-platform.ts'
import { platformInstant } from '../platform/platform-instant.ts'
import { isZaloTokenRefused, untilNextMinute, zaloVerdict } from './send-verdicts.ts'
import type { TokenSource } from './token-source.ts'
import { withToken } from './with-token.ts'
import { zaloCall, type ZaloRefusal } from './zalo-call.ts'

export interface AskSettings {
  readonly oaId: string
  readonly apiBase: string
  readonly tokens: TokenSource
  readonly clock: Clock
  /** Counts one call of this minute; false: there are none left. */
  readonly mayCall: () => Promise<boolean>
  readonly timeoutMs?: number
}

/** Somebody waits before a page for it. */
const TIMEOUT_MS = 5_000
const LONGEST_NAME = 100
const NOT_A_FOLLOWER = -213
const quotaData = z.object({
  last_interaction: platformInstant.optional().catch(undefined),
  cs_reply: z
    .object({ remain: z.coerce.number().int().min(0) })
    .optional()
    .catch(undefined),
})
const detailData = z.object({
  user_is_follower: z.boolean().optional().catch(undefined),
  display_name: z.string().trim().min(1).optional().catch(undefined),
})
type Detail = z.output<typeof detailData>

/**
 * What Zalo knows of somebody who wrote to this Official Account: when they last did, what may still be sent, whether they
 * follow, what they call themselves. Asked beside the messages, so a refusal holds up none of them.
 */
export function zaloAsking(settings: AskSettings): AskPlatform {
  const ask = async <T>(who: Correspondent, call: (token: string) => Promise<T | 'token-refused'>) => {
    if (who.desk !== settings.oaId) return strange
    return (await noCallLeft(settings)) ?? withToken(settings.tokens, call)
  }
  return {
    standing: (who) => ask(who, (token) => standing(settings, token, who.id)),
    async nameOf(who) {
      const answer = await ask(who, (token) => detailOf(settings, token, who.id))
      if (answer.kind !== 'ok') return undefined
      return answer.data.display_name?.normalize('NFC').slice(0, LONGEST_NAME)
    },
  }
}

const strange: SendFailure = { kind: 'our-fault', detail: 'a question about an OA that is not ours' }

async function noCallLeft({ mayCall, clock }: AskSettings): Promise<SendFailure | undefined> {
  if (await mayCall()) return undefined
  return { kind: 'try-later', afterMs: untilNextMinute(clock.now()), detail: 'held', untried: true }
}

/** Two questions at once. That they do not follow, and that nothing may be sent any more, are answers and no failures. */
async function standing(
  settings: AskSettings,
  token: string,
  user_id: string,
): Promise<Standing | SendFailure | 'token-refused'> {
  const [quota, detail] = await Promise.all([
    zaloCall(requestTo(settings, token, '/v3.0/oa/quota/message', { body: { user_id } }), quotaData),
    detailCall(settings, token, user_id),
  ])
  const refusals = [quota, detail].filter((one) => one.kind === 'refusal').map(({ code }) => code)
  const follows = refusals.includes(NOT_A_FOLLOWER) ? false : followsIn(detail)
  const known = { kind: 'known', ...(follows !== undefined && { follows }) } as const
  if (quota.kind === 'ok') {
    const { last_interaction: lastAt, cs_reply } = quota.data
    return { ...known, ...(lastAt && { lastAt }), ...(cs_reply && { repliesLeft: cs_reply.remain }) }
  }
  if (quota.kind !== 'refusal') return quota
  if (quota.code === NOT_A_FOLLOWER) return known
  if (zaloVerdict(quota.code).does === 'window') return { ...known, isShut: true }
  return ruled(settings, quota)
}

function followsIn(detail: Awaited<ReturnType<typeof detailCall>>): boolean | undefined {
  return detail.kind === 'ok' ? detail.data.user_is_follower : undefined
}

async function detailOf(
  settings: AskSettings,
  token: string,
  user: string,
): Promise<{ readonly kind: 'ok'; readonly data: Detail } | SendFailure | 'token-refused'> {
  const called = await detailCall(settings, token, user)
  return called.kind === 'refusal' ? ruled(settings, called) : called
}

/** A GET there takes one query parameter, which is JSON. */
function detailCall(settings: AskSettings, token: string, user_id: string) {
  const query = { data: JSON.stringify({ user_id }) }
  return zaloCall(requestTo(settings, token, '/v3.0/oa/user/detail', { query }), detailData)
}

function requestTo(
  { apiBase, timeoutMs = TIMEOUT_MS }: AskSettings,
  token: string,
  path: string,
  what: Pick<PlatformRequest, 'body' | 'query'>,
): PlatformRequest {
  return { url: apiBase + path, headers: { access_token: token }, timeoutMs, ...what }
}

function ruled({ clock }: AskSettings, { code, detail }: ZaloRefusal): SendFailure | 'token-refused' {
  return isZaloTokenRefused(code) ? 'token-refused' : zaloVerdict(code).verdict(clock.now())(detail)
}
