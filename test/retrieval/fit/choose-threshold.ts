/** A likelihood given to something held out, and whether it was so. */
export interface Judged {
  readonly likelihood: number
  readonly yes: boolean
}

/** The lowest threshold above which at least `precision` of what is held out was so. */
export function preciseEnough(judged: readonly Judged[], precision: number): number {
  const sorted = judged.toSorted((a, b) => b.likelihood - a.likelihood)
  let right = 0
  let lowest = 1
  for (const [i, { likelihood, yes }] of sorted.entries()) {
    if (yes) right++
    if (right / (i + 1) >= precision) lowest = likelihood
  }
  return Math.ceil(lowest * 1000) / 1000
}

/** The threshold that costs least when losing a yes costs `perLost` times as much as letting a no in. */
export function cheapest(judged: readonly Judged[], perLost: number): number {
  const steps = Array.from({ length: 97 }, (_, i) => (i + 2) / 100)
  const costOf = (threshold: number) =>
    judged.reduce((sum, { likelihood, yes }) => {
      const isIn = likelihood >= threshold
      return sum + (yes && !isIn ? perLost : !yes && isIn ? 1 : 0)
    }, 0)
  return steps.reduce((best, one) => (costOf(one) < costOf(best) ? one : best))
}
