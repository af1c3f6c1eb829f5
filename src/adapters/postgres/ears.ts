import type { Clock } from '../../ports.ts'
import { isAboutData } from './in-groups.ts'

/**
 * Since when echoes have reached us: from the start of the process, and again from whenever the store was away or could
 * not keep a webhook (too busy, say), because what is refused comes again later. What was tried before may have an echo on
 * its way.
 */
export class Ears {
  readonly #clock: Clock
  #openSince: Date

  constructor(clock: Clock) {
    this.#clock = clock
    this.#openSince = clock.now()
  }

  get openSince(): Date {
    return this.#openSince
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
