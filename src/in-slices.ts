/** After so long the thread that talks to people is given back. */
const LONGEST_MS = 8

/** Work that can be put down wherever it yields. */
export type Sliced<T> = Generator<undefined, T>

/** Does it a little at a time; whatever else waits for the thread has it in between. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  let from = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - from < LONGEST_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    from = performance.now()
  }
}
