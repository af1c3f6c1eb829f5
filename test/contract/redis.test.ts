import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Redis } from 'ioredis'
import { memoryBus } from '../../src/adapters/memory/bus.ts'
import { type Budget, memoryRateLimit } from '../../src/adapters/memory/rate-limit.ts'
import { type RedisBus, redisBus } from '../../src/adapters/redis/bus.ts'
import { redisRateLimit } from '../../src/adapters/redis/rate-limit.ts'
import { connectRedis } from '../../src/adapters/redis/redis.ts'
import type { Bus, RateLimit } from '../../src/ports.ts'
import { describeNeeding, redisServer } from '../support/needs.ts'

function rateLimitPromises(limit: (budget: Budget) => RateLimit): void {
  test('a key may be used as often as its budget, and no more', async () => {
    const { take } = limit({ times: 3, windowSeconds: 60 })
    const key = randomUUID()
    expect([await take(key), await take(key), await take(key), await take(key)]).toEqual([
      'ok',
      'ok',
      'ok',
      'too-many',
    ])
  })

  test('keys do not use up each other’s budget', async () => {
    const { take } = limit({ times: 1, windowSeconds: 60 })
    expect(await take(randomUUID())).toBe('ok')
    expect(await take(randomUUID())).toBe('ok')
  })

  test('many at the same moment get exactly the budget', async () => {
    const { take } = limit({ times: 5, windowSeconds: 60 })
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(key)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(5)
  })
}

function busPromises(bus: () => Bus): void {
  test('who listens to a topic hears it, in order, and nothing else', async () => {
    const topic = randomUUID()
    const heard: string[] = []
    const stop = await bus().subscribe(topic, (body) => heard.push(body))
    await bus().publish('other', 'không')
    await bus().publish(topic, 'một')
    await bus().publish(topic, 'hai')
    await expect.poll(() => heard).toEqual(['một', 'hai'])
    await stop()
  })

  test('everyone who listens hears, until they stop', async () => {
    const topic = randomUUID()
    const [first, second]: [string[], string[]] = [[], []]
    const stopFirst = await bus().subscribe(topic, (body) => first.push(body))
    const stopSecond = await bus().subscribe(topic, (body) => second.push(body))
    await bus().publish(topic, 'một')
    await expect.poll(() => [first, second]).toEqual([['một'], ['một']])
    await stopFirst()
    await bus().publish(topic, 'hai')
    await expect.poll(() => second).toEqual(['một', 'hai'])
    expect(first).toEqual(['một'])
    await stopSecond()
    await bus().publish(topic, 'không ai nghe')
  })
}

describe('rate limits in memory', () => rateLimitPromises(memoryRateLimit))
describe('the bus in memory', () => {
  const bus = memoryBus()
  busPromises(() => bus)
})

await describeNeeding('Redis', 'on Redis', () => {
  let redis: Redis
  let bus: RedisBus
  beforeAll(async () => {
    redis = await connectRedis(redisServer, () => undefined)
    bus = await redisBus(redis, () => undefined)
  })
  afterAll(async () => {
    await bus.close()
    await redis.quit()
  })

  describe('rate limits', () => rateLimitPromises((budget) => redisRateLimit(redis, randomUUID(), budget)))
  describe('the bus', () => busPromises(() => bus))

  test('two servers share one budget', async () => {
    const other = await connectRedis(redisServer, () => undefined)
    const [name, key] = [randomUUID(), randomUUID()]
    const budget = { times: 1, windowSeconds: 60 }
    expect(await redisRateLimit(redis, name, budget).take(key)).toBe('ok')
    expect(await redisRateLimit(other, name, budget).take(key)).toBe('too-many')
    await other.quit()
  })

  test('while Redis is away limits still hold in each server, and publishing does no harm', async () => {
    const gone = await connectRedis(redisServer, () => undefined)
    const limit = redisRateLimit(gone, randomUUID(), { times: 1, windowSeconds: 60 })
    const lost: Error[] = []
    const news = await redisBus(gone, (error) => void lost.push(error))
    gone.disconnect()
    expect(await limit.take('a')).toBe('ok')
    expect(await limit.take('a')).toBe('too-many')
    await news.publish('tin', 'mất')
    expect(lost).toHaveLength(1)
    await news.close()
  })
})
