import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { RateLimit } from '../../ports.ts'
import { type Budget, limitBy } from '../memory/rate-limit.ts'

/** A budget all servers share. While Redis is away each server counts for itself: limits hold, a little looser. */
export function redisRateLimit(redis: Redis, name: string, { times, windowSeconds }: Budget): RateLimit {
  const budget = { points: times, duration: windowSeconds }
  const keyPrefix = `limit:${name}`
  return limitBy(
    new RateLimiterRedis({
      ...budget,
      storeClient: redis,
      keyPrefix,
      insuranceLimiter: new RateLimiterMemory(budget),
    }),
  )
}
