import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { describe } from 'vitest'

/** What some tests need on this machine. Absent: skipped by name; in CI they fail instead, so nothing hides. */
export type Need = 'PostgreSQL' | 'Redis' | 'Chromium'

export const postgresServer =
  process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'
export const redisServer = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379'
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

const isThere: Readonly<Record<Need, () => boolean | Promise<boolean>>> = {
  PostgreSQL: () => answers(postgresServer, 5432),
  Redis: () => answers(redisServer, 6379),
  Chromium: () => existsSync(chromiumPath),
}

/** A suite that needs something: `describeNeeding('Redis', 'rate limits on Redis', () => …)`. */
export async function describeNeeding(need: Need, name: string, suite: () => void): Promise<void> {
  if (process.env['CI'] === 'true' || (await isThere[need]())) {
    describe(name, suite)
    return
  }
  process.stderr.write(`skipped, no ${need} here: ${name}\n`)
  describe.skip(`${name} (skipped: no ${need} here)`, suite)
}

function answers(url: string, usualPort: number): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || usualPort, timeout: 1000 })
    const say = (there: boolean) => {
      socket.destroy()
      resolve(there)
    }
    socket.once('connect', () => say(true))
    socket.once('timeout', () => say(false))
    socket.once('error', () => say(false))
  })
}
