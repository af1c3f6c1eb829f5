import type { Logger } from 'pino'
import type { Placed } from './adapters/files/load-places.ts'
import type { Backing } from './adapters/postgres/database/backing.ts'
import { loadOrCreatePiiKey } from './adapters/postgres/sealing/pii-key.ts'
import { storeOrClose } from './adapters/postgres/store.ts'
import { frameworkDoor } from './app-framework.ts'
import { openShared, withRedis } from './app-shared.ts'
import { officesOf, patienceOf } from './app-offices.ts'
import { openPlatforms } from './app-platforms.ts'
import { openConsole } from './app-console.ts'
import { openLiveKnowledge } from './app-knowledge.ts'
import { openSite } from './app-site.ts'
import { metricsBehindKey, metricsOnPort, openWatch, watched, watchedBots } from './app-watch.ts'
import type { Config } from './config.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { maskSecrets } from './conversation/mask-secrets.ts'
import { openAdminDoor, type AdminDoor } from './operator/admin-door.ts'
import { storeJobs, type StoreJobParts } from './operator/store-jobs.ts'
import type { Clock } from './ports.ts'
import type { Watch } from './watch/watch.ts'
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
  /** The database, opening since before the rest of the program was loaded. */
  readonly backing: Promise<Backing>
}

/** Puts the whole program together and starts it: store, bot, channels, work loop, site. */
export async function startApp(parts: AppParts): Promise<App> {
  const { config, root, log } = parts
  const { alarm, heardBy } = alarmsTo(log)
  const { opened, shared, bots, live } = await openSlowParts(parts, alarm)
  const watching = await openWatch(opened, config, { log, clock })
  heardBy(watching.watch)
  const { callLimit, oaCallLimit } = shared
  const platformsParts = { ...parts, store: opened, clock, callLimit, oaCallLimit, alarm }
  const { pages, notifier, zalo, extra, ...platforms } = await openPlatforms(platformsParts)
  const framework = await frameworkDoor(config, { store: opened, clock })
  const allChannels = [...platforms.channels, ...framework.channels]
  const { store, channels } = watched(opened, allChannels, { watch: watching.watch, clock })
  const agentDesk = store.agentDesk({ notifier, codeLimit: shared.codeLimit, mask })
  const desk = await openConsole({ ...platformsParts, ...platforms, store, shared, notifier, pages, live })
  const server = await openSite({
    ...{ config, root, pages, channels, store, agentDesk, pageLimit: shared.pageLimit, log, alarm },
    extra: [...metricsBehindKey(config, watching.numbers), ...framework.mounted, ...desk, ...extra],
    watch: watching.watch,
    consent: zalo.consent,
    policy: () => live.now().policy,
  })
  const officeFor = officesOf(config, root, pages)
  opened.useOffices(officeFor)
  const botFor = watchedBots(bots.botFor(pages, live.now), watching.watch)
  const work = await startWork({
    ...{ store, botFor, channels, notifier, clock, mask, alarm, publicUrl: config.PUBLIC_URL },
    ...{ officeFor, patience: patienceOf(config), verifyLimit: shared.verifyLimit },
    ...(config.BOT_TODAY === undefined ? {} : { botToday: config.BOT_TODAY }),
  })
  server.watch(withRedis(work.health, shared))
  const admin = await openAdmin({ store, config, root, pagesChanged: () => pages.reload() })
  const numbersPort = await metricsOnPort(config, watching.numbers)
  const workers = { close: () => work.stop() }
  return {
    async stop() {
      server.drain()
      await closeInTurn(admin, server, workers, numbersPort, zalo, pages, live, watching, store, shared)
    },
  }
}

type Alarm = (what: string, detail: Readonly<Record<string, string>>) => void

/** Alarms are lines at once, and numbers as soon as somebody counts. */
function alarmsTo(log: Logger): { readonly alarm: Alarm; readonly heardBy: (watch: Watch) => void } {
  let watch: Watch | undefined
  return {
    heardBy: (one) => void (watch = one),
    alarm(what, detail) {
      log.error({ alarm: what, ...detail }, what)
      watch?.alarm(what)
    },
  }
}

/** Side by side: the bots are loaded and built while the database comes up. Then what was published over the files. */
async function openSlowParts({ config, root, placed, backing }: AppParts, alarm: Alarm) {
  const [opened, shared, bots] = await Promise.all([
    openTheStore(backing, config, alarm),
    openShared(config, alarm),
    import('./app-bots.ts').then(({ loadBots }) => loadBots(config, root, placed)),
  ])
  const today = () => config.BOT_TODAY ?? dayInVietNam(clock.now())
  const { revisions, decrees } = opened
  const live = await openLiveKnowledge({ ...bots, revisions, decrees, bus: shared.bus, today, alarm })
  return { opened, shared, bots, live }
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

async function openTheStore(opening: Promise<Backing>, config: Config, alarm: Alarm) {
  const { DATA_DIR, PII_KEY, RETENTION_DAYS: retentionDays } = config
  const failed = (error: Error) => alarm('queue trouble', { error: error.name })
  const backing = await opening
  return storeOrClose(backing, {
    piiKey: PII_KEY ?? loadOrCreatePiiKey(DATA_DIR),
    clock,
    failed,
    retentionDays,
  })
}
