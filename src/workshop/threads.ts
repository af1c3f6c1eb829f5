import { join } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { builtAs, projectRoot } from '../project-root.ts'

/** A thread of its own for one file of this folder. From sources (tests, `npm run dev`) tsx reads TypeScript in it too. */
export function startThread(name: string, given: unknown, resourceLimits: ResourceLimits = {}): Worker {
  if (builtAs !== undefined)
    return new Worker(join(projectRoot(), 'dist', 'program', `${name}.js`), {
      workerData: given,
      resourceLimits,
    })
  const file = new URL(`./${name}.ts`, import.meta.url).href
  const first = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}) })`
  return new Worker(first, { eval: true, workerData: given, resourceLimits })
}
