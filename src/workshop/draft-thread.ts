import { parentPort, workerData } from 'node:worker_threads'
import type { GateReport, ToCheck, ToTry, ToWarm, Tried } from '../answers/gate.ts'
import { checkDraft, warmUp } from './check-draft.ts'
import { knowing, withDraft } from './knowing.ts'
import { tryOut } from './try-out.ts'
import { type ToWeigh, weighDecree } from './weigh-decree.ts'
import type { Weighed } from '../decrees/desk.ts'

/** What the thread is asked, and what it answers under the same number. */
export type Task = { readonly no: number } & (
  | { readonly do: 'check'; readonly given: ToCheck }
  | { readonly do: 'warm'; readonly given: ToWarm }
  | { readonly do: 'try'; readonly given: ToTry }
  | { readonly do: 'weigh'; readonly given: ToWeigh }
)
export type Result = GateReport | Tried | Weighed | undefined
export type Done = { readonly no: number } & ({ readonly result: Result } | { readonly error: string })

const { root } = workerData as { readonly root: string }
const know = knowing(root)

async function work(task: Task): Promise<Result> {
  if (task.do === 'warm') {
    await warmUp(root, know, task.given)
    return undefined
  }
  if (task.do === 'weigh') return weighDecree(root, know, task.given)
  if (task.do === 'check') return checkDraft(root, know, task.given)
  const { texts, changes, draft, ...given } = task.given
  return tryOut(know(withDraft(texts, draft), given.on, changes), given)
}

parentPort?.on('message', (task: Task) => {
  work(task).then(
    (result) => parentPort?.postMessage({ no: task.no, result } satisfies Done),
    (error: unknown) => {
      const why = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
      parentPort?.postMessage({ no: task.no, error: why } satisfies Done)
    },
  )
})
