import * as openid from 'openid-client'
import { z } from 'zod'
import type { Federation } from '../../staff/ports.ts'

export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends people back to. */
  readonly redirect: string
}

const kept = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() })
const claims = z.object({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
})

/** Sign-in at the organisation's identity provider: code flow with PKCE, state and nonce. */
export function openIdFederation(settings: OpenIdSettings): Federation {
  let asked: Promise<openid.Configuration> | undefined
  const provider = () =>
    (asked ??= discover(settings).catch((error: unknown) => {
      asked = undefined // away now: asked again at the next sign-in
      throw error
    }))
  return {
    async begin() {
      const found = await provider().catch(() => undefined)
      return found && beginAt(found, settings.redirect)
    },
    async finish(returned, keep) {
      const checks = kept.safeParse(readJson(keep))
      if (!checks.success) return undefined
      const { verifier, state, nonce } = checks.data
      try {
        const expected = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
        const tokens = await openid.authorizationCodeGrant(await provider(), returned, expected)
        const { sub, email, email_verified } = claims.parse(tokens.claims())
        return { subject: `${settings.issuer} ${sub}`, email: email_verified === true ? email : undefined }
      } catch {
        return undefined
      }
    },
  }
}

async function beginAt(provider: openid.Configuration, redirect: string) {
  const [verifier, state, nonce] = [
    openid.randomPKCECodeVerifier(),
    openid.randomState(),
    openid.randomNonce(),
  ]
  const url = openid.buildAuthorizationUrl(provider, {
    redirect_uri: redirect,
    scope: 'openid email profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { url: url.href, keep: JSON.stringify({ verifier, state, nonce }) }
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openid.Configuration> {
  const isLocal = ['127.0.0.1', 'localhost'].includes(new URL(issuer).hostname)
  const options = isLocal ? { execute: [openid.allowInsecureRequests] } : {}
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
