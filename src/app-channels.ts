import { messengerChannel } from './adapters/messenger/messenger-channel.ts'
import { zaloAgentNotifier } from './adapters/notify/zalo-agent-notifier.ts'
import type { TokenPair, TokenStore } from './adapters/zalo/token-source.ts'
import { zaloChannel } from './adapters/zalo/zalo-channel.ts'
import { zaloTokenSource } from './adapters/zalo/zalo-token-source.ts'
import type { AgentNotifier, Channel, Clock, Notice } from './ports.ts'
import type { Store } from './adapters/postgres/store.ts'

/** One Official Account, real or fake: the same adapter speaks to both. */
export interface ZaloDesk {
  readonly appId: string
  readonly appSecret: string
  readonly oaId: string
  readonly oaSecret: string
  readonly apiBase: string
  readonly oauthBase: string
  readonly templateBase: string
  readonly accessToken: string | undefined
  readonly refreshToken: string
  readonly templates: Readonly<Record<Notice['template'], string | undefined>>
  /** A fake forgets its tokens with the process, so ours must too. */
  readonly keepsTokens: boolean
}

/** One Page, real or fake. */
export interface MessengerDesk {
  readonly pageId: string
  readonly pageToken: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly apiBase: string
}

export interface Desks {
  readonly zalo: ZaloDesk | undefined
  readonly messenger: MessengerDesk | undefined
}

/** The channels that are configured, and the way to agents' phones. */
export function openChannels(
  desks: Desks,
  store: Store,
  clock: Clock,
): { channels: Channel[]; notifier: AgentNotifier } {
  const zalo = desks.zalo && openZalo(desks.zalo, store, clock)
  const messenger = desks.messenger && messengerChannel(desks.messenger)
  return {
    channels: [zalo?.channel, messenger].filter((channel) => channel !== undefined),
    notifier: zalo?.notifier ?? noNotifier,
  }
}

function openZalo(desk: ZaloDesk, store: Store, clock: Clock): { channel: Channel; notifier: AgentNotifier } {
  const { appId, appSecret, oauthBase, refreshToken, accessToken } = desk
  const first = { refreshToken, ...(accessToken === undefined ? {} : { accessToken }) }
  const tokens = zaloTokenSource({
    appId,
    appSecret,
    oauthBase,
    clock,
    store: desk.keepsTokens ? keptTokens(store.zaloTokens(desk.oaId), first) : tokensInMemory(first),
  })
  return {
    channel: zaloChannel({ appId, oaId: desk.oaId, oaSecret: desk.oaSecret, apiBase: desk.apiBase, tokens }),
    notifier: zaloAgentNotifier({
      templateBase: desk.templateBase,
      tokens,
      templates: desk.templates,
      clock,
    }),
  }
}

/** The newest saved pair, else the one of the configuration. */
function keptTokens(kept: TokenStore, first: TokenPair): TokenStore {
  return { load: async () => (await kept.load()) ?? first, save: (pair) => kept.save(pair) }
}

function tokensInMemory(first: TokenPair): TokenStore {
  let newest = first
  return {
    load: () => Promise.resolve(newest),
    save(pair) {
      newest = pair
      return Promise.resolve()
    },
  }
}

/** Without a Zalo OA agents cannot be told by template: each lead is kept and the province's desk is alarmed. */
const noNotifier: AgentNotifier = {
  tell: () => Promise.resolve({ kind: 'our-fault', detail: 'no Zalo OA is configured to tell agents with' }),
}
