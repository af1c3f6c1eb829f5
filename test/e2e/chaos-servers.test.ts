import { describe, expect, test } from 'vitest'
import { postgresBin, redisIsHere } from '../chaos/servers.ts'
import { survives } from '../chaos/short.ts'

const isMissing = process.env['CI'] !== 'true' && (postgresBin() === undefined || !redisIsHere())
const name = `two workers, PostgreSQL and Redis${isMissing ? ' (skipped: not installed here)' : ''}`

describe.skipIf(isMissing)(name, () => {
  test('each of them stopped and killed: the same', async () => {
    const troubles = await survives('servers', 5)
    for (const kind of ['all workers killed', 'PostgreSQL stopped', 'Redis stopped'])
      expect(troubles[kind]).toBeGreaterThan(0)
  }, 600_000)
})
