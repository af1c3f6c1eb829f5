/** A stride that visits every sample once a round, far from its neighbours: prime to their number. */
export function strideFor(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.618))
  while (gcd(stride, length) > 1) stride++
  return stride
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
