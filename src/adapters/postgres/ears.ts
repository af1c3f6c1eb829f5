import type { Clock } from '../../ports.ts'

/**
 * Since when echoes have reached us: from the start of the process, and again from whenever the store was away, because
 * without it every webhook is refused and comes again later. What was tried before may have an echo on its way.
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

  /** The store did not answer just now. */
  wereShut(): void {
    this.#openSince = this.#clock.now()
  }
}
