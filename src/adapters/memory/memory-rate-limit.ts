import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimit } from '../../ports.ts'

/** So many times per window for each key, counted in this process. */
export interface Budget {
  readonly name: string
  readonly times: number
  readonly seconds: number
}

export function memoryRateLimit({ name, times, seconds }: Budget): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds })
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
