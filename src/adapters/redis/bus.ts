import type { Redis } from 'ioredis'
import type { Bus } from '../../ports.ts'

export interface RedisBus extends Bus {
  close(): Promise<void>
}

/** News between servers. A connection that listens can do nothing else, so it gets its own. */
export async function redisBus(redis: Redis, failed: (error: Error) => void): Promise<RedisBus> {
  const ear = redis.duplicate({ lazyConnect: true, enableOfflineQueue: true, maxRetriesPerRequest: null })
  ear.on('error', failed)
  await ear.connect()
  const listeners = new Map<string, Set<(body: string) => void>>()
  ear.on('message', (topic: string, body: string) => {
    for (const hear of listeners.get(topic) ?? []) hear(body)
  })
  return {
    async publish(topic, body) {
      await redis.publish(topic, body).catch(failed) // news may be lost; whoever has news must not fail over it
    },
    async subscribe(topic, hear) {
      const here = listeners.get(topic) ?? new Set()
      listeners.set(topic, here)
      const own = (body: string) => hear(body) // the same function may listen twice
      here.add(own)
      await ear.subscribe(topic)
      return async () => {
        here.delete(own)
        if (here.size > 0) return
        listeners.delete(topic)
        await ear.unsubscribe(topic)
      }
    },
    async close() {
      await ear.quit()
    },
  }
}
