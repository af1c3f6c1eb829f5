interface Waiting<T, R> {
  readonly item: T
  readonly done: (result: R) => void
  readonly failed: (error: unknown) => void
}

/**
 * Runs items that arrive while one group is being written as the next group: many callers, few statements, and no
 * waiting when it is quiet. `run` writes all or nothing and answers in order; when a group fails for what is in it, each
 * of its items is tried alone, so that one bad item fails only itself.
 */
export function inGroups<T, R>(
  most: number,
  run: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let queue: Waiting<T, R>[] = []
  let running = false

  async function drain(): Promise<void> {
    running = true
    while (queue.length > 0) {
      const group = queue.slice(0, most)
      queue = queue.slice(most)
      await settle(group, run)
    }
    running = false
  }

  return (item) =>
    new Promise<R>((done, failed) => {
      queue.push({ item, done, failed })
      if (!running) void drain()
    })
}

async function settle<T, R>(
  group: readonly Waiting<T, R>[],
  run: (items: readonly T[]) => Promise<readonly R[]>,
): Promise<void> {
  try {
    const results = await run(group.map(({ item }) => item))
    // `run` answers one result for each item; an undefined R is a legal result.
    group.forEach(({ done }, i) => done(results[i] as R))
  } catch (error) {
    if (group.length > 1 && isAboutData(error)) for (const one of group) await settle([one], run)
    else group.forEach(({ failed }) => failed(error))
  }
}

/** SQLSTATE classes 22 (data) and 23 (constraints): one item's fault. A lost connection is everyone's. */
export function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}
