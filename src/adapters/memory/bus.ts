import type { Bus } from '../../ports.ts'

/** News within this process. */
export function memoryBus(): Bus {
  const listeners = new Map<string, Set<(body: string) => void>>()
  return {
    async publish(topic, body) {
      for (const hear of listeners.get(topic) ?? []) hear(body)
    },
    async subscribe(topic, hear) {
      const here = listeners.get(topic) ?? new Set()
      listeners.set(topic, here)
      const own = (body: string) => hear(body) // the same function may listen twice
      here.add(own)
      return async () => void here.delete(own)
    },
  }
}
