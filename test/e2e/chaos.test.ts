import { describe, expect, test } from 'vitest'
import { type Plan, run } from '../chaos/run.ts'
import { postgresBin, redisIsHere } from '../chaos/servers.ts'

// The short form of `npm run chaos`: a few hundred messages, and every kind of trouble at least once.

const plan: Omit<Plan, 'form'> = {
  seed: 5,
  events: 160,
  people: 40,
  perSecond: 100,
  atMostMs: 400_000, // an end for a machine that is busy; a quiet one needs about a minute
  hardship: {
    machineEveryMs: 8_000,
    tokenEveryMs: 6_000,
    cutOff: 0,
    luck: { ofMessages: 0.02, ofNotices: 0.3, silences: false },
  },
}

/** `troubles`: of machines, so many that each kind comes once at least. */
async function survives(form: Plan['form'], inTurn: number): Promise<Readonly<Record<string, number>>> {
  const { verdict, waiting, troubles } = await run({ ...plan, form, hardship: { ...plan.hardship, inTurn } })
  expect(waiting).toEqual([])
  expect(Object.entries(verdict).filter(([, n]) => n !== 0)).toEqual([])
  return troubles
}

test('one process, killed again and again: every message answered, once, in order', async () => {
  expect(await survives('embedded', 2)).toMatchObject({ 'worker killed': expect.any(Number) as number })
}, 600_000)

const isMissing = process.env['CI'] !== 'true' && (postgresBin() === undefined || !redisIsHere())
const name = `two workers, PostgreSQL and Redis${isMissing ? ' (skipped: not installed here)' : ''}`

describe.skipIf(isMissing)(name, () => {
  test('each of them stopped and killed: the same', async () => {
    const troubles = await survives('servers', 5)
    for (const kind of ['all workers killed', 'PostgreSQL stopped', 'Redis stopped'])
      expect(troubles[kind]).toBeGreaterThan(0)
  }, 600_000)
})
