import { Redis } from 'ioredis'

/** A connection that never holds anything up: commands fail at once while the server is away. */
export async function connectRedis(url: string, failed: (error: Error) => void): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  redis.on('error', failed)
  await redis.connect()
  return redis
}
