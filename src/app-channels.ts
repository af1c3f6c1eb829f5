import { messengerDesksIn } from './adapters/messenger/desks-in-call.ts'
import { messengerChannel } from './adapters/messenger/messenger-channel.ts'
import { messengerManners } from './adapters/messenger/reply-body.ts'
import { zaloDesksIn } from './adapters/zalo/desks-in-call.ts'
import { type ContactForm, zaloLimitsWith, zaloManners, zaloWindows } from './adapters/zalo/reply-body.ts'
import type { TokenPair, TokenSource } from './adapters/zalo/token-source.ts'
import { likelyVariants, type ZaloVariants } from './adapters/zalo/variants.ts'
import { zaloChannel } from './adapters/zalo/zalo-channel.ts'
import { notifierOf } from './app-notices.ts'
import { channelOfPages } from './pages/channel-of-pages.ts'
import type { MessengerPage, Page, Pages, ZaloPage } from './pages/page.ts'
import type { Channel, Clock, RateLimit } from './ports.ts'
import type { Notifier } from './work/work-parts.ts'
import type { Store } from './adapters/postgres/store.ts'

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

/** Both platforms with all their pages, and the way to agents' phones. */
export function openChannels(
  parts: ChannelParts,
  tokensOf: (page: ZaloPage) => TokenSource,
): { channels: Channel[]; notifier: Notifier } {
  const { pages, platforms } = parts
  const ofZalo = once((page: ZaloPage) => zaloOf(page, parts, tokensOf(page)))
  const ofMessenger = once((page: MessengerPage) => {
    const { pageToken, appSecret, appId, humanAgent, threadControl } = page.keys
    return messengerChannel({
      ...{ pageId: page.id, pageToken, appSecret, apiBase: platforms.messenger.apiBase },
      ...(appId !== undefined && { appId }),
      mayTag: humanAgent === 'granted',
      controlsThreads: threadControl === 'on',
    })
  })
  const zalo = byDesk(pages, zaloPages, ofZalo)
  const messenger = byDesk(pages, messengerPages, ofMessenger)
  const limits = zaloLimitsWith(formOf({ voice: '' }, parts))
  const replyWithinMs = parts.paidReplies ? zaloWindows.openMs : zaloWindows.freeMs
  return {
    channels: [
      channelOfPages({ ...zaloManners, limits, replyWithinMs, desksIn: zaloDesksIn, channels: zalo }),
      channelOfPages({
        ...messengerManners,
        desksIn: messengerDesksIn,
        channels: messenger,
      }),
    ],
    notifier: notifierOf(parts, tokensOf),
  }
}

function formOf(
  { voice: title }: Pick<ZaloPage, 'voice'>,
  { contactImage }: ChannelParts,
): ContactForm | undefined {
  return contactImage === undefined ? undefined : { title, imageUrl: contactImage }
}

function zaloOf(page: ZaloPage, parts: ChannelParts, tokens: TokenSource): Channel {
  const { id: oaId, keys } = page
  const { appId, oaSecret } = keys
  const { platforms, clock, callLimit, oaCallLimit } = parts
  const { apiBase, variants = likelyVariants } = platforms.zalo
  const { signedBy, buttons } = variants
  return zaloChannel({
    appId,
    oaId,
    oaSecret,
    signedBy,
    apiBase,
    tokens,
    clock,
    callLimit,
    oaCallLimit,
    buttons,
    contactForm: formOf(page, parts),
  })
}

export const zaloPages = (pages: readonly Page[]) => pages.filter((page) => page.channel === 'zalo')
const messengerPages = (pages: readonly Page[]) => pages.filter((page) => page.channel === 'messenger')

/** Made once for each page, and again when the page has changed. */
export function once<P extends object, T>(make: (of: P) => T): (of: P) => T {
  const made = new WeakMap<P, { readonly it: T }>()
  return (of) => {
    const one = made.get(of) ?? { it: make(of) }
    made.set(of, one)
    return one.it
  }
}

function byDesk<P extends Page>(
  pages: Pages,
  choose: (all: readonly Page[]) => readonly P[],
  channelOf: (page: P) => Channel,
): () => ReadonlyMap<string, Channel> {
  const map = once((all: readonly Page[]) => new Map(choose(all).map((page) => [page.id, channelOf(page)])))
  return () => map(pages.all())
}
