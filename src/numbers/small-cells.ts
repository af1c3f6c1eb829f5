/** A count of people's leads that is smaller than this could point at somebody. */
export const LEAST = 5
/** Stands for a count that is not told: a small one, or one that would give a small one away. */
export const HIDDEN = 'ẩn'
export type Told = number | typeof HIDDEN

/** One count by itself; nobody is behind a nought. */
export function told(count: number): Told {
  return count > 0 && count < LEAST ? HIDDEN : count
}

/**
 * Counts that add up to a total people may know. Small ones are hidden, and then the next smallest too (with all that are
 * as large), until at least two different ones are hidden that are together no small number: nobody finds one by
 * subtracting, not even knowing this rule. All look the same, so that it cannot be told which were small. When there is
 * nothing left to hide beside them, a total that is small is not told either.
 */
export function toldTogether(counts: readonly number[]): readonly Told[] {
  let most = counts.some((count) => told(count) === HIDDEN) ? LEAST - 1 : 0
  const isHidden = (count: number) => count > 0 && count <= most
  while (most > 0 && !isSafe(counts.filter(isHidden))) {
    const left = counts.filter((count) => count > most)
    if (left.length === 0) break
    most = left.reduce((least, count) => Math.min(least, count))
  }
  return counts.map((count) => (isHidden(count) ? HIDDEN : count))
}

function isSafe(hidden: readonly number[]): boolean {
  return new Set(hidden).size > 1 && hidden.reduce((sum, count) => sum + count, 0) >= LEAST
}
