import { expect, test } from 'vitest'
import { type Plan, run } from '../chaos/run.ts'
import { postgresBin } from '../chaos/servers.ts'

// The short form of `npm run chaos`: few people, every kind of trouble that ends by itself within seconds. Only with
// CHAOS=on, until it has been seen to end in time on the two cores of CI.

const isOn = process.env['CHAOS'] === 'on'

const plan: Omit<Plan, 'form'> = {
  seed: 5,
  events: 150,
  people: 25,
  perSecond: 25,
  atMostMs: 240_000,
  hardship: {
    machineEveryMs: 6_000,
    tokenEveryMs: 6_000,
    luck: { ofMessages: 0.05, ofNotices: 0.3, silences: false },
  },
}

async function survives(form: Plan['form']): Promise<void> {
  const { verdict, waiting } = await run({ ...plan, form })
  expect(waiting).toEqual([])
  expect(Object.entries(verdict).filter(([, n]) => n !== 0)).toEqual([])
}

test.skipIf(!isOn)(
  'one process, killed again and again: every message answered, once, in order',
  async () => {
    await survives('embedded')
  },
  600_000,
)

test.skipIf(!isOn || postgresBin() === undefined)(
  'two workers, PostgreSQL and Redis, each of them killed: the same',
  async () => {
    await survives('servers')
  },
  600_000,
)
