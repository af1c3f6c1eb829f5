import { tokensInMemory } from './adapters/zalo/tokens-in-memory.ts'
import { zaloConsent } from './adapters/zalo/consent.ts'
import { NoToken, type TokenStore } from './adapters/zalo/token-source.ts'
import { type TendedTokens, zaloTokenSource } from './adapters/zalo/zalo-token-source.ts'
import { type ChannelParts, once } from './app-channel-parts.ts'
import { CONSENT_CALLBACK } from './http/zalo-consent.ts'
import type { Pages, ZaloPage } from './pages/page.ts'
import type { Consent } from './ports.ts'

type Told = (what: string, detail: Readonly<Record<string, string>>) => void

/** The tokens of every Official Account, and the way to new ones. */
export interface ZaloAccess {
  readonly tokensOf: (page: ZaloPage) => TendedTokens
  /** Renews what is half a day old, and says which OA must consent (again). */
  tend(): Promise<void>
  readonly consent: Consent
  close(): Promise<void>
}

const TEND_EVERY_MS = 15 * 60_000

export interface ZaloAccessParts extends ChannelParts {
  readonly publicUrl: string
  readonly fixedVerifier: string | undefined
  readonly alarm: Told
  readonly note: Told
}

/** `firstTokens` count once: what was renewed since is newer than what stands in the settings. */
export async function openZaloAccess(parts: ZaloAccessParts): Promise<ZaloAccess> {
  const { platforms, store, pages } = parts
  const { firstTokens, keepsTokens } = platforms
  if (keepsTokens) for (const [oa, pair] of firstTokens) await store.zaloTokens(oa).seed(pair)
  const tokensOf = once((page: ZaloPage) => tokensFor(page, parts))
  const tend = () => tendAll(pages, tokensOf, parts)
  const close = tendEvery(TEND_EVERY_MS, tend, { alarm: parts.alarm, atOnce: keepsTokens })
  return { tokensOf, tend, consent: consentFor(parts), close }
}

/** At once, but for a fake that this very program has yet to serve, and then again and again; answers how to stop. */
function tendEvery(
  ms: number,
  tend: () => Promise<void>,
  { alarm, atOnce }: { readonly alarm: Told; readonly atOnce: boolean },
): () => Promise<void> {
  const tendNow = () =>
    tend().catch((error: unknown) =>
      alarm('zalo tokens not tended', { error: error instanceof Error ? error.name : '' }),
    )
  let tending = atOnce ? tendNow() : Promise.resolve()
  const timer = setInterval(() => void (tending = tending.then(tendNow)), ms)
  timer.unref()
  return () => {
    clearInterval(timer)
    return tending
  }
}

const whyLost = {
  'needs-reauth': 'Zalo refused the refresh token',
  'cut-off':
    'a renewal was cut off before its tokens were kept: the program was killed, or Zalo never answered',
}

function tokensFor({ id: oa, keys }: ZaloPage, { platforms, store, clock, alarm, note }: ZaloAccessParts) {
  const { appId, appSecret } = keys
  const kept: TokenStore = platforms.keepsTokens
    ? store.zaloTokens(oa)
    : tokensInMemory(platforms.firstTokens.get(oa), clock)
  return zaloTokenSource({
    appId,
    appSecret,
    oauthBase: platforms.zalo.oauthBase,
    clock,
    store: kept,
    tell: (event) =>
      event === 'renewed'
        ? note('zalo token renewed', { oa })
        : alarm('zalo needs consent again', { oa, why: whyLost[event] }),
  })
}

async function tendAll(pages: Pages, tokensOf: ZaloAccess['tokensOf'], { alarm }: ZaloAccessParts) {
  for (const page of pages.all()) {
    if (page.channel !== 'zalo') continue
    await tokensOf(page)
      .tend()
      .catch((error: unknown) => {
        if (!(error instanceof NoToken)) throw error
        const { failure } = error
        alarm('zalo token not renewed', {
          oa: page.id,
          why: 'detail' in failure ? failure.detail : failure.rule,
        })
      })
  }
}

function consentFor(parts: ZaloAccessParts): Consent {
  const { pages, platforms, store, clock, publicUrl, fixedVerifier } = parts
  return zaloConsent({
    apiBase: platforms.zalo.apiBase,
    callbackUrl: publicUrl + CONSENT_CALLBACK,
    asked: store.zaloConsents,
    fixedVerifier,
    pageOf(oa) {
      const page = pages.find('zalo', oa)
      if (page?.channel !== 'zalo') return undefined
      const { appId, appSecret } = page.keys
      return {
        voice: page.voice,
        endpoint: { oauthBase: platforms.zalo.oauthBase, appId, appSecret, clock },
        async keep(pair) {
          await store.zaloTokens(oa).put(pair)
          await store.hurry('zalo', oa) // held while there was no grant
        },
      }
    },
  })
}
