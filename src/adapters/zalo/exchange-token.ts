import { z } from 'zod'
import type { Clock } from '../../ports.ts'
import { callPlatform, unreadableAnswer } from '../platform/call-platform.ts'
import { NoToken, type TokenPair } from './token-source.ts'

export interface TokenEndpoint {
  readonly oauthBase: string
  readonly appId: string
  readonly appSecret: string
  readonly clock: Clock
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const ASSUMED_LIFE_S = 3_600 // when Zalo does not say; it usually says 90000 (25 hours)
const RATE_LIMITED = -32

const issued = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(ASSUMED_LIFE_S), // sent as text
})

/**
 * Spends a refresh token. Only both tokens make a success: errors come with HTTP 200 too, in several shapes. 'refused'
 * means never again; throws NoToken when the same refresh token may work later.
 */
export async function exchangeToken(
  { oauthBase, appId, appSecret, clock, timeoutMs }: TokenEndpoint,
  refreshToken: string,
): Promise<Required<TokenPair> | 'refused'> {
  const called = await callPlatform({
    url: `${oauthBase}/v4/oa/access_token`,
    headers: { secret_key: appSecret },
    body: new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' }),
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
  })
  if (called.kind !== 'answer') throw new NoToken(called)
  const { success, data } = issued.safeParse(called.body)
  if (success) {
    const expiresAt = new Date(clock.now().getTime() + data.expires_in * 1_000)
    return { accessToken: data.access_token, refreshToken: data.refresh_token, expiresAt }
  }
  if (mayPass(called.status, called.body)) throw new NoToken(unreadableAnswer({ ...called, status: 503 }))
  return 'refused'
}

function mayPass(status: number, body: unknown): boolean {
  const limited = z.object({ error: z.literal(RATE_LIMITED) }).safeParse(body).success
  return limited || status === 429 || status >= 500
}
