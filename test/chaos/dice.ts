/** Seeded chance (mulberry32): the same seed rolls the same plan of people, words and troubles. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, and without, 1. */
  readonly roll = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1))
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.between(0, from.length - 1)] ?? from[0]
  }

  chance(ofOne: number): boolean {
    return this.roll() < ofOne
  }

  /** Dice of their own, so that one person's luck does not depend on how quick another was. */
  fork(): Dice {
    return new Dice(Math.floor(this.roll() * 2 ** 32))
  }
}
