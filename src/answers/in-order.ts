const CHUNK = 200

/** Work of many small steps, put down after each by whoever does it. */
export type InSteps<T> = Generator<undefined, T>

/** Sorts a list of thousands in small steps: parts of it, then two parts into one until one is left. */
export function* sortedInSteps<T>(
  all: readonly T[],
  compare: (one: T, other: T) => number,
): InSteps<readonly T[]> {
  let parts: (readonly T[])[] = []
  for (let from = 0; from < all.length; from += CHUNK) {
    parts.push(all.slice(from, from + CHUNK).sort(compare))
    yield
  }
  while (parts.length > 1) {
    const larger: (readonly T[])[] = []
    for (let i = 0; i < parts.length; i += 2)
      larger.push(yield* merged(parts[i] ?? [], parts[i + 1] ?? [], compare))
    parts = larger
  }
  return parts[0] ?? []
}

function* merged<T>(
  some: readonly T[],
  others: readonly T[],
  compare: (one: T, other: T) => number,
): InSteps<readonly T[]> {
  const all: T[] = []
  const [left, right] = [some.values(), others.values()]
  let [a, b] = [left.next(), right.next()]
  while (a.done !== true || b.done !== true) {
    if (b.done === true || (a.done !== true && compare(a.value, b.value) <= 0)) {
      if (a.done !== true) all.push(a.value)
      a = left.next()
    } else {
      all.push(b.value)
      b = right.next()
    }
    if (all.length % CHUNK === 0) yield
  }
  return all
}
