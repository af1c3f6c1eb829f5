/**
 * Samples in a scattered order that hangs on whose they are alone: one more sample of one thing, or one more thing, leaves
 * the order of all others as it was, so that what is learnt of them hardly moves. `owners` are ids.
 */
export function scattered(owners: readonly string[]): Int32Array {
  const counted = new Map<string, number>()
  const places = owners.map((owner) => {
    const nth = counted.get(owner) ?? 0
    counted.set(owner, nth + 1)
    return spread(numberOf(owner) + nth)
  })
  return Int32Array.from(owners.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
}

/** FNV-1a. */
function numberOf(text: string): number {
  let bits = 0x811c9dc5
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193)
  return bits
}

/** A number spread over 32 bits (the finisher of MurmurHash3). */
function spread(number: number): number {
  let bits = number | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
