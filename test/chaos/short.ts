import { expect } from 'vitest'
import { type Plan, run } from './run.ts'

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

/** Every message answered, once, in order. `inTurn`: so many troubles of machines that each kind comes once at least. */
export async function survives(
  form: Plan['form'],
  inTurn: number,
): Promise<Readonly<Record<string, number>>> {
  const { verdict, waiting, troubles } = await run({ ...plan, form, hardship: { ...plan.hardship, inTurn } })
  expect(waiting).toEqual([])
  expect(Object.entries(verdict).filter(([, n]) => n !== 0)).toEqual([])
  return troubles
}
