import { setTimeout as pause } from 'node:timers/promises'
import { challengeOf } from '../../src/adapters/zalo/consent.ts'
import { CONSENT_CALLBACK } from '../../src/http/zalo-consent.ts'
import { isGrantLost } from './quiet.ts'
import type { TroubleCount } from './troubles.ts'

export const PUBLIC_URL = 'https://bot.example.vn'
export const VERIFIER = 'mot-chuoi-bi-mat-dung-bon-muoi-ba-chu-so-00'
const LOOK_EVERY_MS = 2_000
const CONSENTED = 'grant lost, consented again'

/** How often they had to: each time one renewal was cut off, and the same token offered once more to find that out. */
export const consentsIn = (count: TroubleCount): number => count[CONSENTED] ?? 0

/**
 * A process killed between Zalo's answer and our keeping it costs the grant: a refresh token works once, and nothing
 * on our side can bring it back. Then an alarm calls the OA's administrator, who consents again; this is they.
 */
export async function administrator(
  ports: readonly number[],
  { appId, oauthBase }: { readonly appId: string; readonly oauthBase: string },
  count: TroubleCount,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    for (const port of ports) {
      if (signal.aborted || !(await isGrantLost(port))) continue
      if (await consent(port, appId, oauthBase)) {
        count[CONSENTED] = consentsIn(count) + 1
      }
      break
    }
  }
}

/** Their browser: Zalo's question, then our page. False when we were not there to hear it. */
async function consent(port: number, appId: string, oauthBase: string): Promise<boolean> {
  const asked = new URL(`${oauthBase}/v4/oa/permission`)
  asked.searchParams.set('app_id', appId)
  asked.searchParams.set('redirect_uri', PUBLIC_URL + CONSENT_CALLBACK)
  asked.searchParams.set('code_challenge', challengeOf(VERIFIER))
  const { headers } = await fetch(asked, { redirect: 'manual' })
  const back = new URL(headers.get('location') ?? PUBLIC_URL)
  const heard = await fetch(`http://127.0.0.1:${port}${back.pathname}${back.search}`).catch(() => undefined)
  return heard?.ok === true
}
