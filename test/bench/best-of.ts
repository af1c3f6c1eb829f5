const RUNS = 3

/** The best of three runs, one after the other: what the machine can do, with the least of what else it does. */
export async function bestOf<T>(better: (one: T, other: T) => boolean, run: () => Promise<T>): Promise<T> {
  let best = await run()
  for (let i = 1; i < RUNS; i += 1) {
    const next = await run()
    if (better(next, best)) best = next
  }
  return best
}

export const smaller = (one: number, other: number): boolean => one < other
export const larger = (one: number, other: number): boolean => one > other

/** The time below which that share of them lies. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}
