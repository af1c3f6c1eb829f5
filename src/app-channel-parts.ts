import type { Store } from './adapters/postgres/store.ts'
import type { TokenPair } from './adapters/zalo/token-source.ts'
import type { ZaloVariants } from './adapters/zalo/variants.ts'
import type { Page, Pages } from './pages/page.ts'
import type { Clock, RateLimit } from './ports.ts'

/** Where the platforms are, real or fake: the same adapters speak to both. */
export interface Platforms {
  readonly zalo: {
    readonly apiBase: string
    readonly oauthBase: string
    readonly templateBase: string
    readonly variants?: ZaloVariants
  }
  readonly messenger: { readonly apiBase: string }
  /** The tokens an Official Account starts with, until newer ones are kept. */
  readonly firstTokens: ReadonlyMap<string, TokenPair>
  /** A fake forgets its tokens with the process, so ours must too. */
  readonly keepsTokens: boolean
}

export interface ChannelParts {
  readonly pages: Pages
  readonly platforms: Platforms
  readonly store: Store
  readonly clock: Clock
  /** Calls a minute to Zalo, counted for each app. */
  readonly callLimit: RateLimit
  /** The same for each Official Account, where its package has a limit of its own. */
  readonly oaCallLimit?: RateLimit | undefined
  /** The picture on Zalo's contact form; absent: the form is not shown. */
  readonly contactImage?: string | undefined
  /** Zalo charges replies after 48 hours: without leave for that they are not sent. */
  readonly paidReplies: boolean
}

/** The pages that are Official Accounts. */
export const zaloPages = (pages: readonly Page[]) => pages.filter((page) => page.channel === 'zalo')

/** Made once for each page, and again when the page has changed. */
export function once<P extends object, T>(make: (of: P) => T): (of: P) => T {
  const made = new WeakMap<P, { readonly it: T }>()
  return (of) => {
    const one = made.get(of) ?? { it: make(of) }
    made.set(of, one)
    return one.it
  }
}
