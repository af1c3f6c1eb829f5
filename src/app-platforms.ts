import type { Logger } from 'pino'
import type { Placed } from './adapters/files/load-places.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { Platforms } from './app-channel-parts.ts'
import { openChannels } from './app-channels.ts'
import { openPages, pagesOfEnvironment } from './app-pages.ts'
import { openSimulator } from './app-simulator.ts'
import { openZaloAccess } from './app-zalo.ts'
import type { Config } from './config.ts'
import type { Clock, RateLimit } from './ports.ts'

/** Of the agents' app: served to everybody, without a sign-in. */
const CONTACT_IMAGE = '/app/icons/an-sinh-512.png'

export interface PlatformsParts {
  readonly config: Config
  readonly root: string
  readonly placed: Placed
  readonly log: Logger
  readonly store: Store
  readonly clock: Clock
  readonly callLimit: RateLimit
  readonly oaCallLimit: RateLimit | undefined
  readonly alarm: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** The platforms with our pages on them: the fake ones of the simulator, or the real ones. */
export async function openPlatforms({
  config,
  root,
  placed,
  log,
  store,
  clock,
  callLimit,
  oaCallLimit,
  alarm,
}: PlatformsParts) {
  const simulated = config.SIMULATOR === 'on' ? openSimulator(config, root) : undefined
  if (simulated) await store.seedDemo(placed.demo, false)
  const pages = await (simulated
    ? openPages(simulated.pages, undefined, alarm)
    : openPages(pagesOfEnvironment(config), store.pages, alarm))
  const platforms = simulated?.platforms ?? realPlatforms(config)
  const paidReplies = config.ZALO_PAID_REPLIES === 'on'
  const contactImage =
    config.ZALO_CONTACT_FORM === 'on'
      ? (config.ZALO_CONTACT_IMAGE ?? config.PUBLIC_URL + CONTACT_IMAGE)
      : undefined
  const parts = { pages, platforms, store, clock, callLimit, oaCallLimit, paidReplies, contactImage }
  const zalo = await openZaloAccess({
    ...parts,
    publicUrl: config.PUBLIC_URL,
    fixedVerifier: config.ZALO_CODE_VERIFIER,
    alarm,
    note: (what, detail) => log.info(detail, what),
  })
  return { pages, zalo, ...openChannels(parts, zalo.tokensOf), extra: simulated?.parts ?? [] }
}

/** The real platforms, and the tokens the environment's Official Account starts with. */
function realPlatforms(config: Config): Platforms {
  const { ZALO_OA_ID: oa, ZALO_REFRESH_TOKEN: refreshToken, ZALO_ACCESS_TOKEN: accessToken } = config
  const first = refreshToken && { refreshToken, ...(accessToken === undefined ? {} : { accessToken }) }
  return {
    zalo: {
      apiBase: config.ZALO_API_BASE,
      oauthBase: config.ZALO_OAUTH_BASE,
      templateBase: config.ZALO_TEMPLATE_BASE,
      variants: {
        ...{ signedBy: config.ZALO_SIGNED_BY, buttons: config.ZALO_BUTTONS },
        ...{ nights: config.ZALO_TEMPLATES_AT_NIGHT, personTracking: config.ZALO_PERSON_TRACKING },
      },
    },
    messenger: { apiBase: config.MESSENGER_API_BASE },
    firstTokens: new Map(oa !== undefined && first ? [[oa, first]] : []),
    keepsTokens: true,
  }
}
