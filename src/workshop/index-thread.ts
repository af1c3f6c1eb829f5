import { parentPort, workerData } from 'node:worker_threads'
import { madeSearchOf } from '../adapters/files/load-search.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'
import { handedIndex } from './index-parts.ts'

/**
 * Runs in a thread of its own: takes answers some at a time, and after an empty group makes their search index and hands
 * it over in parts.
 */
const { root } = workerData as { readonly root: string } // given by index-beside
const entries: FaqEntry[] = []

parentPort?.on('message', (some: readonly FaqEntry[]) => {
  entries.push(...some)
  if (some.length > 0) return
  const { handed, moved } = handedIndex(madeSearchOf(root, entries))
  parentPort?.postMessage(handed, moved)
  parentPort?.close()
})
