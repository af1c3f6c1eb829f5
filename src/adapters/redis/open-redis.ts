import { Redis } from 'ioredis'

/**
 * A connection that never stops the program: commands fail at once while Redis is away, and it comes back by itself.
 * What Redis carries may be lost; everything that must not be is in the database.
 */
export function openRedis(
  url: string,
  alarm: (what: string, detail: Readonly<Record<string, string>>) => void,
): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true })
  redis.on('error', (error: Error) => alarm('redis is away', { error: error.name }))
  return redis
}
