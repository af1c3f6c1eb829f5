/** All the steps of a work at once: where nobody waits for the thread. */
export function whole<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
