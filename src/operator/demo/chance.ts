/** A seeded source of chance (mulberry32): the same seed, the same invention. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  one<T>(of: readonly T[]): T
  happens(probability: number): boolean
}

export function seeded(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    one<T>(of: readonly T[]): T {
      const found = of[between(0, of.length - 1)]
      if (found === undefined) throw new Error('nothing to draw from')
      return found
    },
    happens: (probability) => next() < probability,
  }
}
