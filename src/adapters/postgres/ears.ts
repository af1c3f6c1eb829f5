import type { Clock } from '../../ports.ts'
import { isAboutData } from './in-groups.ts'

/** An echo that came late says for so long that others may. */
const LATE_FOR_MS = 5 * 60_000
/** Platforms bring what they could not deliver for hours; nobody waits that long for an answer. */
const LATEST_MS = 10 * 60_000

/**
 * Since when echoes have reached us: from the start of the process, and again from whenever the store was away or could
 * not keep a webhook (too busy, say), because what is refused comes again later. What was tried before may have an echo on
 * its way. And how late echoes come at the moment, by the platform's own word: when webhooks queue up, nothing is refused
 * and yet nothing is heard in time.
 */
export class Ears {
  readonly #clock: Clock
  #openSince: Date
  #late = { ms: 0, until: 0 }

  constructor(clock: Clock) {
    this.#clock = clock
    this.#openSince = clock.now()
  }

  get openSince(): Date {
    return this.#openSince
  }

  /** How much longer than usual an echo may take just now. */
  get lateMs(): number {
    return this.#clock.now().getTime() < this.#late.until ? this.#late.ms : 0
  }

  /** An echo is here of what went at that time, by the platform's clock. */
  heardOf(at: Date | undefined): void {
    if (!at) return
    const now = this.#clock.now().getTime()
    const couldCome = Math.max(at.getTime(), this.#openSince.getTime()) // what waited for us while we were away is not late
    const ms = Math.min(LATEST_MS, Math.max(0, now - couldCome))
    if (ms >= this.lateMs) this.#late = { ms, until: now + LATE_FOR_MS }
  }

  /** Notes whether what a platform brought could not be taken, but for what no store could take. */
  async hearing<T>(taking: Promise<T>): Promise<T> {
    try {
      return await taking
    } catch (error) {
      if (!isAboutData(error)) this.wereShut()
      throw error
    }
  }

  /** The store did not answer just now. */
  wereShut(): void {
    this.#openSince = this.#clock.now()
  }
}
