import { rounded } from './fit-signals.ts'

/** One thing seen: what speaks for yes, whether it was yes, and how much it counts. */
export interface Seen<T extends string> {
  readonly evidence: Readonly<Record<T, number>>
  readonly yes: boolean
  readonly worth: number
}

const ROUNDS = 25
const RIDGE = 0.5

/** Logistic regression by Newton's method with a small ridge. */
export function fitLogistic<T extends string>(seen: readonly Seen<T>[]): Record<T, number> {
  const names = Object.keys(seen[0]?.evidence ?? {}) as T[] // a record's own keys
  let weights = names.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, k) => (names[k] === 'base' ? 0 : -RIDGE * weight))
    const curve = names.map((_, k) => names.map((_other, l) => (k === l ? RIDGE : 0)))
    for (const one of seen) addSeen(one, names, weights, { slope, curve })
    const step = solved(curve, slope)
    weights = weights.map((weight, k) => weight + (step[k] ?? 0))
  }
  return Object.fromEntries(names.map((name, k) => [name, rounded(weights[k] ?? 0)])) as Record<T, number> // all names
}

export function likelihood<T extends string>(
  evidence: Readonly<Record<T, number>>,
  weights: Readonly<Record<T, number>>,
): number {
  const names = Object.keys(evidence) as T[] // a record's own keys
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * evidence[name], 0)))
}

function addSeen<T extends string>(
  { evidence, yes, worth }: Seen<T>,
  names: readonly T[],
  weights: readonly number[],
  { slope, curve }: { slope: number[]; curve: number[][] },
): void {
  const values = names.map((name) => evidence[name])
  const share = 1 / (1 + Math.exp(-values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)))
  for (const [k, value] of values.entries()) {
    slope[k] = (slope[k] ?? 0) + worth * value * ((yes ? 1 : 0) - share)
    const row = curve[k]
    if (!row) continue
    for (const [l, other] of values.entries())
      row[l] = (row[l] ?? 0) + worth * share * (1 - share) * value * other
  }
}

/** Gaussian elimination; the matrix is positive definite, so no pivoting is needed. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (const [i, pivot] of rows.entries())
    for (const [j, row] of rows.entries()) {
      if (i === j) continue
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1)
      for (let k = i; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1))
}
