/** The `wanted` numbers below `count` that are worth most, in one pass: no sorting of what will not be kept. */
export function mostOf(count: number, wanted: number, worthOf: (i: number) => number): readonly number[] {
  const kept: { i: number; worth: number }[] = []
  let least = -Infinity
  for (let i = 0; i < count; i++) {
    const worth = worthOf(i)
    if (kept.length >= wanted && worth <= least) continue
    kept.push({ i, worth })
    if (kept.length < 2 * wanted) continue
    kept.sort((a, b) => b.worth - a.worth).length = wanted
    least = kept.at(-1)?.worth ?? -Infinity
  }
  return kept
    .sort((a, b) => b.worth - a.worth)
    .slice(0, wanted)
    .map(({ i }) => i)
}
