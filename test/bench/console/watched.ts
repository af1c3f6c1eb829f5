import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { PgliteInThread } from '../../../src/adapters/postgres/database/pglite-in-thread.ts'

/** What something took: in all, the longest it held this thread, and the longest one query held the embedded store. */
export interface Took {
  readonly ms: number
  readonly held: number
  readonly query: number
}

const RUNS = 3
let longest = 0

/** Times every query from now on. A query waits for the one before it: alone, it is as long as it holds the store. */
export function timeQueries(): void {
  const plain = PgliteInThread.prototype.query
  PgliteInThread.prototype.query = async function <T>(...args: Parameters<typeof plain>) {
    const from = performance.now()
    const rows = await plain.apply(this, args)
    longest = Math.max(longest, performance.now() - from)
    return rows as Awaited<ReturnType<typeof plain<T>>> // what it answered
  }
}

export async function watched(work: () => Promise<unknown>): Promise<Took> {
  await new Promise((resolve) => setTimeout(resolve, 100))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  longest = 0
  delay.enable()
  const from = performance.now()
  await work()
  const ms = performance.now() - from
  await new Promise((resolve) => setTimeout(resolve, 20)) // a block at the very end is seen by the next tick
  delay.disable()
  return { ms, held: delay.max / 1e6, query: longest }
}

/** The least of three runs, figure by figure: what else the machine does is not the console's doing. */
export async function best(work: () => Promise<unknown>): Promise<Took> {
  let least: Took = { ms: Infinity, held: Infinity, query: Infinity }
  for (let run = 0; run < RUNS; run += 1) {
    const took = await watched(work)
    least = {
      ms: Math.min(least.ms, took.ms),
      held: Math.min(least.held, took.held),
      query: Math.min(least.query, took.query),
    }
  }
  return least
}
