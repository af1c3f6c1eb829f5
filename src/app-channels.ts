import { messengerDesksIn } from './adapters/messenger/desks-in-call.ts'
import { messengerChannel } from './adapters/messenger/messenger-channel.ts'
import { messengerManners } from './adapters/messenger/reply-body.ts'
import type { AskPlatform } from './asking-ports.ts'
import { zaloAsking } from './adapters/zalo/ask-about.ts'
import { zaloDesksIn } from './adapters/zalo/desks-in-call.ts'
import { type ContactForm, zaloLimitsWith, zaloManners, zaloWindows } from './adapters/zalo/reply-body.ts'
import type { TokenSource } from './adapters/zalo/token-source.ts'
import { likelyVariants } from './adapters/zalo/variants.ts'
import { zaloChannel } from './adapters/zalo/zalo-channel.ts'
import { type ChannelParts, once, zaloPages } from './app-channel-parts.ts'
import { notifierOf } from './app-notices.ts'
import { channelOfPages } from './pages/channel-of-pages.ts'
import type { MessengerPage, Page, Pages, ZaloPage } from './pages/page.ts'
import type { Channel, Correspondent } from './ports.ts'
import type { Notifier } from './work/work-parts.ts'

/** Both platforms with all their pages, and the way to agents' phones. */
export function openChannels(
  parts: ChannelParts,
  tokensOf: (page: ZaloPage) => TokenSource,
): { channels: Channel[]; notifier: Notifier; asking: AskPlatform } {
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
    asking: askingOf(parts, tokensOf),
  }
}

/** Only Official Accounts can be asked; what comes of a question about another page is a refusal. */
function askingOf(parts: ChannelParts, tokensOf: (page: ZaloPage) => TokenSource): AskPlatform {
  const { pages, platforms, clock, callLimit, oaCallLimit } = parts
  const of = once((page: ZaloPage) =>
    zaloAsking({
      ...{ oaId: page.id, apiBase: platforms.zalo.apiBase, tokens: tokensOf(page), clock },
      mayCall: async () =>
        (await oaCallLimit?.take(page.id)) !== 'too-many' &&
        (await callLimit.take(page.keys.appId)) !== 'too-many',
    }),
  )
  const askingFor = ({ desk }: Correspondent) => {
    const page = pages.find('zalo', desk)
    return page?.channel === 'zalo' ? of(page) : undefined
  }
  const nobody = { kind: 'our-fault', detail: 'not a page that can be asked' } as const
  return {
    standing: async (who) => askingFor(who)?.standing(who) ?? nobody,
    nameOf: async (who) => askingFor(who)?.nameOf(who),
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

const messengerPages = (pages: readonly Page[]) => pages.filter((page) => page.channel === 'messenger')

function byDesk<P extends Page>(
  pages: Pages,
  choose: (all: readonly Page[]) => readonly P[],
  channelOf: (page: P) => Channel,
): () => ReadonlyMap<string, Channel> {
  const map = once((all: readonly Page[]) => new Map(choose(all).map((page) => [page.id, channelOf(page)])))
  return () => map(pages.all())
}
