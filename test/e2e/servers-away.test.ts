import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPostgres, ownRedis, postgresBin, redisIsHere, type Server } from '../chaos/servers.ts'
import { newDataDir, removeData } from '../support/running-program.ts'
import { holdsWithin, type OutsideProgram, startOutside } from '../support/outside-program.ts'

// Servers of our own that are really taken away and brought back.

const WAIT_MS = 120_000
const isSkipped = process.env['CI'] !== 'true' && (postgresBin() === undefined || !redisIsHere())
const name = `PostgreSQL and Redis go away${isSkipped ? ' (skipped: not installed here)' : ''}`

describe.skipIf(isSkipped)(name, () => {
  let postgres: Server
  let redis: Server
  let desk: OutsideProgram
  const dataDir = newDataDir()

  beforeAll(async () => {
    ;[postgres, redis] = [await ownPostgres(), await ownRedis()]
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PII_KEY: Buffer.alloc(32, 4).toString('base64'),
    }
    desk = await startOutside({ ...env, DATA_DIR: dataDir })
  }, 300_000)
  afterAll(async () => {
    await desk?.close()
    await postgres?.remove()
    await redis?.remove()
    removeData({ dataDir })
  })

  const answersTo = (person: string, words: string) =>
    desk.outside.messenger.received(person).filter(({ text }) => text.includes(words)).length

  test('Redis away: it works on and says so; back, it is used again', async () => {
    await redis.kill()
    expect(await holdsWithin(WAIT_MS, async () => (await desk.health()).parts['redis'] === false)).toBe(true)
    expect(await desk.health()).toMatchObject({ status: 200, parts: { store: true, redis: false } })
    await desk.outside.messenger.say('bac-lan', 'menu')
    expect(await holdsWithin(WAIT_MS, () => answersTo('bac-lan', 'Bác muốn hỏi gì') === 1)).toBe(true)
    expect(desk.program.said()).toContain('redis is away')
    await redis.start()
    expect(await holdsWithin(WAIT_MS, async () => (await desk.health()).parts['redis'] === true)).toBe(true)
  }, 300_000)

  test('PostgreSQL away: 5xx, nothing is said to be kept; back, what the platform brings again is answered once', async () => {
    await postgres.kill()
    expect(await desk.statusOf('bac-hoa', 'menu')).toBeGreaterThanOrEqual(500)
    expect((await desk.health()).status).toBe(503)
    const delivery = desk.outside.messenger.say('bac-hoa', 'menu')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(desk.outside.messenger.webhooks.tally.posted).toBeGreaterThan(2) // it brings it again and again
    await postgres.start()
    expect(await delivery).toBe('accepted')
    expect(await holdsWithin(WAIT_MS, () => answersTo('bac-hoa', 'Bác muốn hỏi gì') === 1)).toBe(true)
    expect(await holdsWithin(WAIT_MS, async () => (await desk.health()).status === 200)).toBe(true)
    expect(answersTo('bac-hoa', 'Bác muốn hỏi gì')).toBe(1)
  }, 300_000)
})
