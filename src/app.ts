import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { loadKnowledge } from './adapters/files/load-knowledge.ts'
import type { Placed } from './adapters/files/load-places.ts'
import { loadOrCreatePiiKey } from './adapters/postgres/sealing/pii-key.ts'
import { openStore } from './adapters/postgres/store.ts'
import { openShared } from './app-shared.ts'
import { openChannels, type Desks } from './app-channels.ts'
import { openSimulator } from './app-simulator.ts'
import { openSite, type SiteParts } from './app-site.ts'
import { createBot } from './bot/bot.ts'
import type { Desk } from './bot/desk.ts'
import type { Config } from './config.ts'
import { maskSecrets } from './conversation/mask-secrets.ts'
import { openAdminDoor, type AdminDoor } from './operator/admin-door.ts'
import { storeJobs, type StoreJobParts } from './operator/store-jobs.ts'
import type { Clock } from './ports.ts'
import { startWork } from './work/start-work.ts'

export interface App {
  /** Takes no more, finishes what is in hand, closes the store. What still waits is kept for the next start. */
  readonly stop: () => Promise<void>
}

const mask = (text: string) => maskSecrets(text).text
const clock: Clock = { now: () => new Date() }

export interface AppParts {
  readonly config: Config
  readonly root: string
  readonly placed: Placed
  readonly log: Logger
}

/** Puts the whole program together and starts it: store, bot, channels, work loop, site. */
export async function startApp({ config, root, placed, log }: AppParts): Promise<App> {
  const alarm = (what: string, detail: Readonly<Record<string, string>>) =>
    log.error({ alarm: what, ...detail }, what)
  const desk = deskOf(config)
  const opening = Promise.all([openTheStore(config, root, alarm), openShared(config.REDIS_URL, alarm)])
  const bot = createBot(loadKnowledge(root, desk, placed), desk) // while the database comes up
  const [store, shared] = await opening
  const simulated = config.SIMULATOR === 'on' ? openSimulator(config, root) : undefined
  if (simulated) await store.seedDemo(placed.demo, false)
  const { channels, notifier } = openChannels(simulated?.desks ?? realDesks(config), store, clock)
  const site: SiteParts = {
    config,
    root,
    desks: simulated?.desks ?? realDesks(config),
    channels,
    store,
    agentDesk: store.agentDesk({ notifier, codeLimit: shared.codeLimit, mask }),
    extra: simulated?.parts ?? [],
    log,
    alarm,
  }
  const server = await openSite(site)
  const work = await startWork({
    store,
    bot,
    channels,
    notifier,
    clock,
    publicUrl: config.PUBLIC_URL,
    ...(config.BOT_TODAY === undefined ? {} : { botToday: config.BOT_TODAY }),
    mask,
    alarm,
  })
  server.watch(work.health)
  const admin = await openAdmin({ store, config, root })
  return { stop: () => closeInTurn(admin, server, { close: () => work.stop() }, store, shared) }
}

/** Only the embedded store needs it: a server's store takes many processes. */
async function openAdmin(parts: StoreJobParts): Promise<AdminDoor> {
  if (parts.config.DATABASE_URL !== undefined) return { close: () => Promise.resolve() }
  return openAdminDoor(parts.config.DATA_DIR, (name, words) => {
    const job = Object.hasOwn(storeJobs, name) ? storeJobs[name] : undefined
    if (!job) throw new Error(`unknown command "${name}"`)
    return job(words, parts)
  })
}

async function closeInTurn(...parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close()
}

function deskOf({ OPERATOR, PROVINCE, HOTLINE, OFFICE_HOURS, PUBLIC_URL, RETENTION_DAYS }: Config): Desk {
  return {
    operator: OPERATOR,
    home: PROVINCE,
    hotline: HOTLINE,
    officeHours: OFFICE_HOURS,
    privacyUrl: `${PUBLIC_URL}/privacy`,
    retentionDays: RETENTION_DAYS,
  }
}

function openTheStore(
  config: Config,
  root: string,
  alarm: (what: string, detail: Readonly<Record<string, string>>) => void,
) {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PII_KEY, RETENTION_DAYS: retentionDays } = config
  const failed = (error: Error) => alarm('queue trouble', { error: error.name })
  const piiKey = PII_KEY ?? loadOrCreatePiiKey(dataDir)
  const place = databaseUrl === undefined ? { dataDir, ...emptyDatabase(root) } : { databaseUrl }
  return openStore(place, { piiKey, clock, failed, retentionDays })
}

/** The build leaves an empty database ready: making one at the first start takes seconds. */
function emptyDatabase(root: string): { readonly startFrom?: string } {
  const startFrom = join(root, 'dist', 'empty-database.tar.gz')
  return existsSync(startFrom) ? { startFrom } : {}
}

/** The first page's keys; both platforms are optional, each whole or not at all (config.ts sees to that). */
function realDesks(config: Config): Desks {
  const { platforms } = config
  return {
    zalo: platforms.zalo ? zaloDesk(config) : undefined,
    messenger: platforms.messenger
      ? {
          pageId: config.MESSENGER_PAGE_ID ?? '',
          pageToken: config.MESSENGER_PAGE_TOKEN ?? '',
          appSecret: config.MESSENGER_APP_SECRET ?? '',
          verifyToken: config.MESSENGER_VERIFY_TOKEN ?? '',
          apiBase: config.MESSENGER_API_BASE,
        }
      : undefined,
  }
}

function zaloDesk(config: Config): Desks['zalo'] {
  return {
    appId: config.ZALO_APP_ID ?? '',
    appSecret: config.ZALO_APP_SECRET ?? '',
    oaId: config.ZALO_OA_ID ?? '',
    oaSecret: config.ZALO_OA_SECRET ?? '',
    apiBase: config.ZALO_API_BASE,
    oauthBase: config.ZALO_OAUTH_BASE,
    templateBase: config.ZALO_TEMPLATE_BASE,
    accessToken: config.ZALO_ACCESS_TOKEN,
    refreshToken: config.ZALO_REFRESH_TOKEN ?? '',
    templates: { 'new-lead': config.ZALO_TEMPLATE_NEW_LEAD, 'sign-in-code': config.ZALO_TEMPLATE_SIGN_IN },
    keepsTokens: true,
  }
}
