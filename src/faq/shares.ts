/** Scores this far below the best have no share worth counting (a thousand of them make less than one percent). */
const HOPELESS = 12

/** Scores into shares that sum to one, in place. */
export function toShares(scores: Float64Array): Float64Array {
  const most = largest(scores)
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    const below = (scores[i] ?? 0) - most
    const share = below < -HOPELESS ? 0 : Math.exp(below)
    scores[i] = share
    total += share
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / total
  return scores
}

/** Scores into the logarithms of their shares, in place. */
export function toLogarithms(scores: Float64Array): Float64Array {
  const most = largest(scores)
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    const below = (scores[i] ?? 0) - most
    if (below >= -HOPELESS) total += Math.exp(below)
  }
  const shift = most + Math.log(total)
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) - shift
  return scores
}

function largest(scores: Float64Array): number {
  let most = -Infinity
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0
    if (score > most) most = score
  }
  return most
}
