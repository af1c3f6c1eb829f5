/** A set of numbers as one sorted array: small, and plain data. */
export function sortedNumbers(numbers: Iterable<number>): Int32Array {
  return Int32Array.from(new Set(numbers)).sort()
}

export function hasNumber(sorted: Int32Array, wanted: number): boolean {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}
