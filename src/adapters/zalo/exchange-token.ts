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

/** After so long a call to the token endpoint has failed. A lock on the pair must live longer. */
export const TOKEN_TIMEOUT_MS = 10_000
const ASSUMED_LIFE_S = 3_600 // when Zalo does not say; it usually says 90000 (25 hours)
const RATE_LIMITED = -32

const issued = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(ASSUMED_LIFE_S), // sent as text
})

/** A whole new pair. */
export type FreshPair = Required<TokenPair>

/** Spends a refresh token. 'refused' means never again; throws NoToken when it may work later. */
export function exchangeToken(endpoint: TokenEndpoint, refreshToken: string): Promise<FreshPair | 'refused'> {
  return ask(endpoint, { refresh_token: refreshToken, app_id: endpoint.appId, grant_type: 'refresh_token' })
}

/** Spends the code an OA's administrator brought back, with the verifier its challenge was made from. */
export function exchangeCode(
  endpoint: TokenEndpoint,
  code: string,
  verifier: string,
): Promise<FreshPair | 'refused'> {
  const grant = { grant_type: 'authorization_code', code_verifier: verifier }
  return ask(endpoint, { code, app_id: endpoint.appId, ...grant })
}

/** Only both tokens make a success: errors come with HTTP 200 too, in several shapes. */
async function ask(
  { oauthBase, appSecret, clock, timeoutMs }: TokenEndpoint,
  form: Readonly<Record<string, string>>,
): Promise<FreshPair | 'refused'> {
  const called = await callPlatform({
    url: `${oauthBase}/v4/oa/access_token`,
    headers: { secret_key: appSecret },
    body: new URLSearchParams(form),
    timeoutMs: timeoutMs ?? TOKEN_TIMEOUT_MS,
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
