import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimit } from '../../ports.ts'

/** How many times a key may be used within a window. */
export interface Budget {
  readonly times: number
  readonly windowSeconds: number
}

/** A budget counted in this process. */
export function memoryRateLimit({ times, windowSeconds }: Budget): RateLimit {
  return limitBy(new RateLimiterMemory({ points: times, duration: windowSeconds }))
}

/** The library says "too many" by rejecting with the state of the budget; anything else is a real failure. */
export function limitBy(limiter: RateLimiterAbstract): RateLimit {
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return 'ok'
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return 'too-many'
        throw refusal
      }
    },
  }
}
