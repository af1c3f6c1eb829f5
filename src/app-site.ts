import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import express, { type Router } from 'express'
import type { Logger } from 'pino'
import { sameText } from './adapters/same-text.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { Config } from './config.ts'
import { leadRoutes } from './console/lead-routes.ts'
import { addressLimit } from './http/address-limit.ts'
import { healthz } from './http/health.ts'
import { privacy } from './http/privacy.ts'
import { listen, site, type Mounted } from './http/server.ts'
import { messengerHandshake, webhook, type Intake } from './http/webhooks.ts'
import { zaloConsentRoutes } from './http/zalo-consent.ts'
import { ownersPages } from './app-owners.ts'
import type { Pages } from './pages/page.ts'
import type { AgentDesk } from './leads/agent-desk.ts'
import type { PolicyBook } from './policy/policy-book.ts'
import type { Watch } from './watch/watch.ts'
import type { Channel, ChannelName, Consent, Health, RateLimit } from './ports.ts'

export interface SiteParts {
  readonly config: Config
  readonly root: string
  readonly pages: Pages
  /** The law as it is known now. */
  readonly policy: () => PolicyBook
  readonly channels: readonly Channel[]
  readonly store: Store
  readonly agentDesk: AgentDesk
  readonly pageLimit: RateLimit
  readonly consent: Consent
  readonly extra: readonly Mounted[]
  readonly watch: Watch
  readonly log: Logger
  readonly alarm: Intake['alarm']
}

export interface OpenSite {
  /** From now on `/healthz` asks these workers; before, it says that they do not run yet. */
  watch(health: Health): void
  /** From now on `/readyz` says no, so that nothing new is sent our way; what comes all the same is still taken. */
  drain(): void
  close(): Promise<void>
}

const notYet: Health = { check: () => Promise.resolve({ ok: false, parts: { store: true, workers: false } }) }

/** Everything a browser or a platform can reach. */
export async function openSite(parts: SiteParts): Promise<OpenSite> {
  const { config, root, log } = parts
  let health = notYet
  let isDraining = false
  const app = site({
    parts: [
      { at: '/', router: healthz({ check: () => health.check() }, () => isDraining) },
      { at: '/', router: privacy(privacyFacts(config)) },
      ...webhooks(parts),
      { at: '/', router: zaloConsentRoutes(parts.consent) },
      ...ownersPages(parts),
      { at: '/dai-ly', router: agentPages(parts) },
      ...parts.extra,
    ],
    trustProxy: config.TRUST_PROXY,
    assets: [
      { at: '/assets/fonts', folder: fontFolder() },
      { at: '/assets', folder: join(root, 'src', 'http', 'assets') },
    ],
    failed: (path, error) =>
      log.error({ path, error: error instanceof Error ? error.name : 'unknown' }, 'request failed'),
  })
  const server = await listen(app, config.PORT, config.HOST).catch((error: unknown) => {
    throw new Error(portTrouble(config.PORT, error), { cause: error })
  })
  return {
    watch: (workers) => void (health = workers),
    drain: () => void (isDraining = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
      }),
  }
}

function agentPages({ agentDesk, pageLimit, config }: SiteParts): Router {
  const secure = config.PUBLIC_URL.startsWith('https:')
  return express.Router().use(addressLimit(pageLimit), leadRoutes(agentDesk, secure))
}

function portTrouble(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code !== 'EADDRINUSE') return `PORT: không mở được cổng ${port} (${code})`
  return `PORT: cổng ${port} đang có chương trình khác dùng; dừng chương trình đó hoặc đặt PORT khác`
}

/** Requests in hand get this long; open event streams never end by themselves. */
const DRAIN_MS = 1_000

function webhooks({ config, pages, channels, store, alarm, watch }: SiteParts): readonly Mounted[] {
  const intake = (name: ChannelName): Intake => ({
    inbox: store.inbox,
    observer: store.observer,
    maxWaiting: config.MAX_WAITING,
    forgedStatus: config.FORGED_STATUS === '401' ? 401 : 200,
    count: (outcome, n) => watch.webhook(name, outcome, n),
    alarm,
  })
  const doors = channels.filter(isPlatform).map((channel) => ({
    at: `/webhooks/${channel.name}`,
    router: webhook(channel, intake(channel.name)),
  }))
  const handshake = messengerHandshake((token) =>
    pages.all().some((page) => page.channel === 'messenger' && sameText(token, page.keys.verifyToken)),
  )
  return [{ at: '/webhooks/messenger', router: handshake }, ...doors]
}

/** The Bot Framework has a door of its own. */
const isPlatform = ({ name }: Channel) => name !== 'bot-framework'

function privacyFacts({ OPERATOR, RETENTION_DAYS, HOTLINE, OFFICE_HOURS }: Config) {
  return { operator: OPERATOR, retentionDays: RETENTION_DAYS, hotline: HOTLINE, officeHours: OFFICE_HOURS }
}

function fontFolder(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('@fontsource/be-vietnam-pro/package.json')), 'files')
}
