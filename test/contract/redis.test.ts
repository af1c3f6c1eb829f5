import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Redis } from 'ioredis'
import { memoryBus } from '../../src/adapters/memory/memory-bus.ts'
import { type Budget, memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import { openRedis } from '../../src/adapters/redis/open-redis.ts'
import { redisBus } from '../../src/adapters/redis/redis-bus.ts'
import { redisRateLimit } from '../../src/adapters/redis/redis-rate-limit.ts'
import type { Bus, RateLimit } from '../../src/ports.ts'
import { describeNeeding, redisServer } from '../support/needs.ts'

const budget = (times: number): Budget => ({ name: randomUUID(), times, seconds: 60 })

function rateLimitPromises(limit: (budget: Budget) => RateLimit): void {
  test('a key may be used as often as its budget, and no more', async () => {
    const { take } = limit(budget(3))
    const key = randomUUID()
    expect([await take(key), await take(key), await take(key), await take(key)]).toEqual([
      'ok',
      'ok',
      'ok',
      'too-many',
    ])
  })

  test('keys do not use up each other’s budget', async () => {
    const { take } = limit(budget(1))
    expect(await take(randomUUID())).toBe('ok')
    expect(await take(randomUUID())).toBe('ok')
  })

  test('many at the same moment get exactly the budget', async () => {
    const { take } = limit(budget(5))
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
  const open: Redis[] = []
  const silent = () => undefined
  async function connected(): Promise<Redis> {
    const redis = openRedis(redisServer, silent)
    open.push(redis)
    await redis.connect()
    return redis
  }
  let redis: Redis
  let bus: Bus
  beforeAll(async () => {
    redis = await connected()
    bus = redisBus(redis, await connected())
  })
  afterAll(() => open.forEach((one) => one.disconnect()))

  describe('rate limits', () => rateLimitPromises((one) => redisRateLimit(redis, one)))
  describe('the bus', () => busPromises(() => bus))

  test('two servers share one budget, and two budgets are apart', async () => {
    const other = await connected()
    const shared = budget(1)
    expect(await redisRateLimit(redis, shared).take('bác Tư')).toBe('ok')
    expect(await redisRateLimit(other, shared).take('bác Tư')).toBe('too-many')
    expect(await redisRateLimit(other, budget(1)).take('bác Tư')).toBe('ok')
  })

  test('while Redis is away limits still hold in each server, and publishing does no harm', async () => {
    const gone = await connected()
    const limit = redisRateLimit(gone, budget(1))
    gone.disconnect()
    expect(await limit.take('a')).toBe('ok')
    expect(await limit.take('a')).toBe('too-many')
    await expect(redisBus(gone, await connected()).publish('tin', 'mất')).resolves.toBeUndefined()
  })
})
