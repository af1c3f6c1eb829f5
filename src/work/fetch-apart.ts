/** What was found, and whose could not be fetched. */
export interface Fetched<T> {
  readonly found: readonly T[]
  readonly failed: ReadonlySet<string>
}

/** Fetches for all keys at once; when that fails, for each alone, so that one damaged row holds up only its owner. */
export async function fetchApart<T>(
  keys: readonly string[],
  fetch: (keys: readonly string[]) => Promise<readonly T[]>,
): Promise<Fetched<T>> {
  try {
    return { found: await fetch(keys), failed: new Set() }
  } catch (error) {
    if (keys.length === 0) throw error
    const each = await Promise.allSettled(keys.map((key) => fetch([key])))
    return {
      found: each.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
      failed: new Set(keys.filter((_, i) => each[i]?.status === 'rejected')),
    }
  }
}
