import { describe, expect, test } from 'vitest'
import { type Plan, run } from '../chaos/run.ts'
import { postgresBin, redisIsHere } from '../chaos/servers.ts'

// The short form of `npm run chaos`: few people, every kind of trouble that ends by itself within seconds. Only with
// CHAOS=on, until it has been seen to end in time on the two cores of CI.

const isOn = process.env['CHAOS'] === 'on'

const plan: Omit<Plan, 'form'> = {
  seed: 5,
  events: 80,
  people: 12,
  perSecond: 12,
  atMostMs: 300_000,
  hardship: {
    machineEveryMs: 20_000,
    tokenEveryMs: 6_000,
    luck: { ofMessages: 0.05, ofNotices: 0.3, silences: false },
  },
}

async function survives(form: Plan['form']): Promise<void> {
  const { verdict, waiting, troubles } = await run({ ...plan, form })
  expect(waiting).toEqual([])
  expect(Object.entries(verdict).filter(([, n]) => n !== 0)).toEqual([])
  expect(Object.values(troubles).reduce((a, b) => a + b, 0)).toBeGreaterThan(3) // it was no calm run
}

test.skipIf(!isOn)(
  'one process, killed again and again: every message answered, once, in order',
  () => survives('embedded'),
  600_000,
)

const isMissing = process.env['CI'] !== 'true' && (postgresBin() === undefined || !redisIsHere())
const name = `two workers, PostgreSQL and Redis${isMissing ? ' (skipped: not installed here)' : ''}`

describe.skipIf(!isOn || isMissing)(name, () => {
  test('each of them killed: the same', () => survives('servers'), 600_000)
})
