import { Gauge, type Registry } from 'prom-client'
import type { Figures } from '../../watch/watch.ts'

/** What is asked for when somebody reads the numbers. Both may fail: the store may be away. */
export interface Asked {
  figures(): Promise<Figures>
  /** Keys that a failed job holds up, by queue. */
  blocked(): Promise<Readonly<Record<string, number>>>
}

/** What waits and what is in trouble, read from the store each time; `ansinh_store_up` is 0 where that failed. */
export function gauges(registry: Registry, asked: Asked): () => Promise<void> {
  const gauge = gaugeOf(registry)
  const up = gauge('ansinh_store_up', '1 when the store answered the last question')
  const waiting = gauge('ansinh_waiting_events', 'Messages kept and not yet answered')
  const oldest = gauge('ansinh_oldest_waiting_seconds', 'How long the oldest of them waits')
  const outbox = gauge('ansinh_outbox_messages', 'Messages to people, not sent, by state', ['state'])
  const oldestOut = gauge('ansinh_oldest_outbox_seconds', 'How long the oldest waiting one has been written')
  const dead = gauge('ansinh_dead_letters', 'Messages whose turn died')
  const requests = gauge('ansinh_open_data_requests', 'Requests about personal data not done')
  const leads = gauge('ansinh_open_leads', 'Leads not closed, by state', ['state'])
  const blocked = gauge('ansinh_blocked_keys', 'People or leads held up by a failed job', ['queue'])
  const age = gauge('ansinh_zalo_token_age_seconds', 'Since the token pair was renewed', ['oa'])
  const live = gauge('ansinh_zalo_token_live', '0 when an administrator must consent again', ['oa'])
  return async () => {
    try {
      const [now, held] = await Promise.all([asked.figures(), asked.blocked()])
      waiting.set(now.waiting)
      oldest.set(now.oldestWaitingSeconds)
      oldestOut.set(now.oldestOutboxSeconds)
      dead.set(now.deadLetters)
      requests.set(now.openDataRequests)
      setAll(outbox, 'state', now.outbox)
      setAll(leads, 'state', now.openLeads)
      setAll(blocked, 'queue', held)
      for (const { oa, ageSeconds, live: isLive } of now.tokens) {
        age.set({ oa }, ageSeconds)
        live.set({ oa }, isLive ? 1 : 0)
      }
      up.set(1)
    } catch {
      up.set(0)
    }
  }
}

function setAll(gauge: Gauge, label: string, values: Readonly<Record<string, number>>): void {
  gauge.reset()
  for (const [value, n] of Object.entries(values)) gauge.set({ [label]: value }, n)
}

function gaugeOf(registry: Registry) {
  return (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
}
