import type { Logger } from 'pino'
import { idOfMessage } from './adapters/postgres/event-id.ts'
import { queueNames } from './adapters/postgres/job-options.ts'
import type { Store } from './adapters/postgres/store.ts'
import { sameText } from './adapters/same-text.ts'
import { logLines } from './adapters/watch/log-lines.ts'
import { numbers, type Numbers } from './adapters/watch/numbers.ts'
import type { Config } from './config.ts'
import { metrics } from './http/metrics.ts'
import { listen, site, type Mounted } from './http/server.ts'
import type { Channel, Clock } from './ports.ts'
import { allOf, type Watch } from './watch/watch.ts'
import { watchedBot, watchedInbox, watchedSending, watchedTurns } from './watch/watched.ts'
import type { WorkParts } from './work/work-parts.ts'

export interface Watching {
  readonly watch: Watch
  readonly numbers: Numbers
  close(): Promise<void>
}

type WatchSettings = Pick<Config, 'METRICS_KEY' | 'METRICS_PORT' | 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'HOST'>

/** Lines, numbers, and traces where an endpoint is set. */
export async function openWatch(
  store: Store,
  config: WatchSettings,
  { log, clock }: { readonly log: Logger; readonly clock: Clock },
): Promise<Watching> {
  const counted = numbers({ figures: () => store.figures(), blocked: () => blockedKeys(store) })
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT
  const traced = endpoint === undefined ? undefined : await tracesTo(endpoint, clock)
  const watchers = [logLines(log), counted.watch, ...(traced ? [traced.watch] : [])]
  return {
    watch: allOf(watchers),
    numbers: counted,
    close: async () => void (await traced?.close().catch(() => undefined)), // a collector that is away holds up no stop
  }
}

/** Loaded only where it is used. */
async function tracesTo(endpoint: string, clock: Clock) {
  const { traces } = await import('./adapters/watch/traces.ts')
  return traces(`${endpoint}/v1/traces`, () => clock.now())
}

async function blockedKeys({ queues }: Store): Promise<Readonly<Record<string, number>>> {
  const held = await Promise.all(queueNames.map(async (queue) => [queue, (await queues.stuck(queue)).length]))
  return Object.fromEntries(held) as Record<string, number> // pairs of a name and a count, made above
}

const ticks = () => performance.now()

/** The same store and channels, followed. */
export function watched<S extends Store>(
  store: S,
  channels: readonly Channel[],
  { watch, clock }: { readonly watch: Watch; readonly clock: Clock },
): { readonly store: S; readonly channels: Channel[] } {
  const sending = watchedSending({ channels, outbox: store.outbox }, watch, { ticks, now: () => clock.now() })
  const inbox = watchedInbox(store.inbox, watch, { idOf: idOfMessage, ticks })
  const turns = watchedTurns(store.turns, watch, ticks)
  return { store: { ...store, inbox, turns, outbox: sending.outbox }, channels: sending.channels }
}

/** The same bots, their thinking timed. */
export function watchedBots(botFor: WorkParts['botFor'], watch: Watch): WorkParts['botFor'] {
  return (page) => watchedBot(botFor(page), page.channel, watch, ticks)
}

/** `/metrics` beside everything else, behind its key; nothing where no key is set. */
export function metricsBehindKey(config: WatchSettings, page: Numbers): readonly Mounted[] {
  const expected = config.METRICS_KEY
  if (expected === undefined) return []
  return [{ at: '/', router: metrics(page, (key) => sameText(key, expected)) }]
}

/** `/metrics` on a port of its own, which only the operator's network reaches. */
export async function metricsOnPort(
  config: WatchSettings,
  page: Numbers,
): Promise<{ close(): Promise<void> }> {
  const port = config.METRICS_PORT
  if (port === undefined) return { close: () => Promise.resolve() }
  const parts = [{ at: '/', router: metrics(page, () => true) }]
  const app = site({ parts, assets: [], trustProxy: 0, failed: () => undefined })
  const server = await listen(app, port, config.HOST)
  return { close: () => new Promise((resolve) => void server.close(() => resolve())) }
}
