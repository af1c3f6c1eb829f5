/** One question asked: the place of the first entry that serves it (Infinity: none of the five), and its topic. */
export interface Ranked {
  readonly topic: string
  readonly rank: number
}

export interface Figures {
  readonly asked: number
  readonly first: number // counts
  readonly inThree: number
  readonly reciprocal: number // mean of 1 / rank
  readonly perTopic: number // share first, averaged over topics
}

export function figuresOf(asked: readonly Ranked[]): Figures {
  const within = (most: number) => asked.filter(({ rank }) => rank <= most).length
  const topics = [...new Set(asked.map(({ topic }) => topic))].map((one) =>
    asked.filter(({ topic }) => topic === one),
  )
  const shares = topics.map((rows) => rows.filter(({ rank }) => rank === 1).length / rows.length)
  return {
    asked: asked.length,
    first: within(1),
    inThree: within(3),
    reciprocal: mean(asked.map(({ rank }) => 1 / rank)),
    perTopic: mean(shares),
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / (numbers.length || 1)
}

/** Wilson's interval: where the true share lies with 95 % confidence. */
function interval(count: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return [(middle - reach) / whole, (middle + reach) / whole]
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** "96.0 % [90.2, 98.4]" */
export function shareWithInterval(count: number, of: number): string {
  const [low, high] = interval(count, of)
  return `${percent(count / (of || 1))} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`
}
