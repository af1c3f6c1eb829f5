export { seeded, type Chance } from '../../src/operator/demo/chance.ts'

/** How unevenly counts are spread: 0 all alike, near 1 one has everything. */
export function gini(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, one) => sum + one, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, one, i) => sum + (2 * (i + 1) - sorted.length - 1) * one, 0)
  return weighted / (sorted.length * total)
}
