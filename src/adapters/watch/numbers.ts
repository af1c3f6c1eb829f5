import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Watch } from '../../watch/watch.ts'
import { counters } from './counters.ts'
import { gauges, type Asked } from './gauges.ts'

/** Everything Prometheus may read, in its text format. */
export interface Numbers {
  readonly watch: Watch
  readonly contentType: string
  text(): Promise<string>
}

export function numbers(asked: Asked): Numbers {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const watch = counters(registry)
  const refresh = gauges(registry, asked)
  return {
    watch,
    contentType: registry.contentType,
    async text() {
      await refresh()
      return registry.metrics()
    },
  }
}
