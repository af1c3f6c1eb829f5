import { createHash } from 'node:crypto'
import type { Consent, ConsentAnswer, ConsentOutcome } from '../../ports.ts'
import { exchangeCode, type FreshPair, type TokenEndpoint } from './exchange-token.ts'
import { officialAccount } from './official-account.ts'
import { NoToken } from './token-source.ts'

/** What the consent of one OA needs to know of it. */
interface ConsentingPage {
  readonly voice: string
  readonly endpoint: TokenEndpoint
  readonly keep: (pair: FreshPair) => Promise<void>
}

interface Asked {
  readonly oa: string
  readonly verifier: string
}

export interface ConsentSettings {
  readonly apiBase: string
  readonly callbackUrl: string // registered in Zalo's console, byte for byte
  readonly asked: {
    find(ticket: string): Promise<Asked | undefined>
    take(ticket: string): Promise<Asked | undefined>
  }
  readonly pageOf: (oa: string) => ConsentingPage | undefined
  /** Where Zalo's console builds the address itself, there is no state and the verifier is one setting. */
  readonly fixedVerifier: string | undefined
}

/** The challenge of a PKCE verifier: base64url, without padding, of the raw SHA-256 digest. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** An OA's administrator lets us speak for it (OAuth v4 with PKCE); the OA itself is asked whose tokens came. */
export function zaloConsent(settings: ConsentSettings): Consent {
  return {
    async invite(ticket) {
      const asked = await settings.asked.find(ticket)
      const page = asked && settings.pageOf(asked.oa)
      if (!asked || !page) return undefined
      return { voice: page.voice, oa: asked.oa, url: permissionUrl(settings, page, ticket, asked.verifier) }
    },
    async finish(answer) {
      const asked = await askedFor(settings, answer)
      if (!asked) return 'expired'
      const page = asked.oa === answer.oa ? settings.pageOf(asked.oa) : undefined
      return page ? grant(settings, page, asked, answer.code) : 'another-page'
    },
  }
}

function permissionUrl(
  { callbackUrl }: ConsentSettings,
  { endpoint }: ConsentingPage,
  state: string,
  verifier: string,
): string {
  const url = new URL(`${endpoint.oauthBase}/v4/oa/permission`)
  const query = {
    app_id: endpoint.appId,
    redirect_uri: callbackUrl,
    code_challenge: challengeOf(verifier),
    state,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

async function askedFor(
  { asked, fixedVerifier }: ConsentSettings,
  { state, oa }: ConsentAnswer,
): Promise<Asked | undefined> {
  if (state !== undefined) return asked.take(state)
  return fixedVerifier === undefined ? undefined : { oa, verifier: fixedVerifier }
}

/** The address names an OA, but whoever opened it may have written it: only the tokens tell whose they are. */
async function grant(
  { apiBase }: ConsentSettings,
  { endpoint, keep }: ConsentingPage,
  { oa, verifier }: Asked,
  code: string,
): Promise<ConsentOutcome> {
  try {
    const pair = await exchangeCode(endpoint, code, verifier)
    if (pair === 'refused') return 'refused'
    const account = await officialAccount(apiBase, pair.accessToken)
    if (account.kind !== 'ok') return 'later'
    if (account.data.id !== oa) return 'another-page'
    await keep(pair)
    return 'granted'
  } catch (error) {
    if (error instanceof NoToken) return 'later'
    throw error
  }
}
