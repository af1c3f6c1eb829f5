import type { Redis } from 'ioredis'
import type { Bus } from '../../ports.ts'

const PREFIX = 'an-sinh:bus:'

/** News between instances. It may be lost, so nothing depends on hearing it. `listener` is a connection of its own. */
export function redisBus(redis: Redis, listener: Redis): Bus {
  const hearers = new Map<string, Set<(body: string) => void>>()
  listener.on('message', (channel: string, body: string) => {
    for (const hear of hearers.get(channel) ?? []) hear(body)
  })
  return {
    async publish(topic, body) {
      await redis.publish(PREFIX + topic, body).catch(() => undefined) // lost while Redis is away: its alarm says so
    },
    async subscribe(topic, hear) {
      const channel = PREFIX + topic
      const known = hearers.get(channel) ?? new Set()
      hearers.set(channel, known.add(hear))
      await listener.subscribe(channel)
      return async () => {
        known.delete(hear)
        if (known.size === 0) await listener.unsubscribe(channel)
      }
    },
  }
}
