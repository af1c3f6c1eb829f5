import { signals, type Signals } from '../../../src/faq/weights.ts'
import type { Sample } from './samples.ts'

const ROUNDS = 100
const STEP = 0.3
const RIDGE = 0.0002

/**
 * Weights of the signals that make the right things most likely among the candidates (conditional logit, every right
 * thing counts), by Adam from the same start: the same samples give the same weights.
 */
export function fitSignals(samples: readonly Sample[]): Signals {
  const cases = samples.map(asCase).filter(({ right }) => right.includes(1))
  const total = cases.reduce((sum, { worth }) => sum + worth, 0)
  const weights = signals.map(() => 1)
  const mean = signals.map(() => 0)
  const square = signals.map(() => 0)
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => RIDGE * weight)
    for (const one of cases) addGradient(one, weights, gradient, one.worth / total)
    for (const [k, slope] of gradient.entries()) {
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * slope
      square[k] = 0.99 * (square[k] ?? 0) + 0.01 * slope * slope
      const corrected = (mean[k] ?? 0) / (1 - 0.9 ** round)
      weights[k] =
        (weights[k] ?? 0) - (STEP * corrected) / (Math.sqrt((square[k] ?? 0) / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return Object.fromEntries(signals.map((name, k) => [name, rounded(weights[k] ?? 0)])) as Signals // all names are there
}

interface Case {
  readonly worth: number
  readonly values: readonly (readonly number[])[]
  readonly right: readonly (0 | 1)[]
}

function asCase({ worth, ranked, isRight }: Sample): Case {
  return {
    worth,
    values: ranked.map(({ signals: found }) => signals.map((name) => found[name])),
    right: ranked.map(({ item }) => (isRight(item.thing) ? 1 : 0)),
  }
}

function addGradient(
  { values, right }: Case,
  weights: readonly number[],
  gradient: number[],
  worth: number,
): void {
  const scores = values.map((one) => one.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0))
  const most = Math.max(...scores)
  const likely = scores.map((score) => Math.exp(score - most))
  const all = likely.reduce((sum, one) => sum + one, 0)
  const good = likely.reduce((sum, one, i) => sum + one * (right[i] ?? 0), 0)
  for (const [i, one] of likely.entries()) {
    const off = one / all - ((right[i] ?? 0) * one) / (good || 1)
    if (off === 0) continue
    for (const [k, value] of (values[i] ?? []).entries())
      gradient[k] = (gradient[k] ?? 0) + worth * off * value
  }
}

export function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
