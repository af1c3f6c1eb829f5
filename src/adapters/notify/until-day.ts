import { isNight, untilMorning } from '../platform/until-morning.ts'
import type { TryLater } from '../../ports.ts'

const SPREAD_MS = 10 * 60_000

/** Why no template may go out now, if so: known before Zalo is asked. Not all who waited go in the same second. */
export function untilDay(now: Date, nights: 'wait' | 'send'): TryLater | undefined {
  if (nights === 'send' || !isNight(now)) return undefined
  const afterMs = untilMorning(now) + Math.floor(Math.random() * SPREAD_MS)
  return { kind: 'try-later', afterMs, detail: 'held: templates wait for the morning', untried: true }
}
