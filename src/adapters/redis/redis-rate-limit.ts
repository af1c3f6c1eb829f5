import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimit } from '../../ports.ts'

/** So many times per window for each key, counted for all instances; while Redis is away each counts for itself. */
export function redisRateLimit(
  redis: Redis,
  { name, times, seconds }: { readonly name: string; readonly times: number; readonly seconds: number },
): RateLimit {
  const budget = { keyPrefix: `an-sinh:limit:${name}`, points: times, duration: seconds }
  const limiter = new RateLimiterRedis({
    ...budget,
    storeClient: redis,
    insuranceLimiter: new RateLimiterMemory(budget),
  })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return 'ok'
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return 'too-many'
        throw refused
      }
    },
  }
}
