import { parentPort, workerData } from 'node:worker_threads'
import { serialize } from 'node:v8'
import { madeSearchOf } from '../adapters/files/load-search.ts'
import type { FaqEntry } from '../faq/faq-entry.ts'

/** Runs in a thread of its own: makes the search index of some answers and hands it over as bytes. */
const { root, entries } = workerData as { readonly root: string; readonly entries: readonly FaqEntry[] }
parentPort?.postMessage(serialize(madeSearchOf(root, entries)))
