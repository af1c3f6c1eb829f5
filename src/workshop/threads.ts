import { Worker } from 'node:worker_threads'

const isBuilt = import.meta.url.endsWith('.js')

/** A thread of its own for one file of this folder. From sources (tests, `npm run dev`) tsx reads TypeScript in it too. */
export function startThread(name: string, given: unknown): Worker {
  if (isBuilt) return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData: given })
  const file = new URL(`./${name}.ts`, import.meta.url).href
  const first = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}) })`
  return new Worker(first, { eval: true, workerData: given })
}
