import type { Worker } from 'node:worker_threads'
import type { GateReport, Tried, Workshop } from '../answers/gate.ts'
import type { Weighed } from '../decrees/desk.ts'
import type { Done, Result, Task } from './draft-thread.ts'
import type { ToWeigh } from './weigh-decree.ts'
import { startThread } from './threads.ts'

/** Nobody has asked for so long: the thread and its copy of the knowledge go. */
const IDLE_MS = 10 * 60_000

interface Waiting {
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/** Drafts of answers, and decrees before they are confirmed. */
export interface WholeWorkshop extends Workshop {
  weigh(given: ToWeigh): Promise<Weighed>
}

/** The workshop in a thread of its own, started when somebody first needs it. */
export function openWorkshop(root: string): WholeWorkshop {
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let counted = 0
  const waiting = new Map<number, Waiting>()
  const stop = async () => {
    const old = thread
    thread = undefined
    await old?.terminate()
  }
  const rest = () => {
    clearTimeout(idle)
    idle = setTimeout(() => void (waiting.size === 0 && stop()), IDLE_MS)
    idle.unref()
  }
  const ask = (task: Omit<Task, 'no'>) => {
    thread ??= opened(root, waiting, () => void (thread = undefined))
    rest()
    counted += 1
    const no = counted
    return new Promise<Result>((resolve, reject) => {
      waiting.set(no, { resolve, reject })
      thread?.postMessage({ ...task, no })
    })
  }
  return {
    check: async (given) => (await ask({ do: 'check', given })) as GateReport, // what draft-thread answers to 'check'
    warm: async (given) => void (await ask({ do: 'warm', given })),
    tryOut: async (given) => (await ask({ do: 'try', given })) as Tried,
    weigh: async (given) => (await ask({ do: 'weigh', given })) as Weighed,
    async close() {
      clearTimeout(idle)
      await stop()
    },
  }
}

function opened(root: string, waiting: Map<number, Waiting>, gone: () => void): Worker {
  const thread = startThread('draft-thread', { root })
  thread.unref()
  const fail = (error: Error) => {
    gone()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('the workshop stopped')))
  thread.on('message', (done: Done) => {
    const asked = waiting.get(done.no)
    waiting.delete(done.no)
    if ('error' in done) asked?.reject(new Error(done.error))
    else asked?.resolve(done.result)
  })
  return thread
}
