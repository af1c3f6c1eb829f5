import { deserialize } from 'node:v8'
import type { FaqEntry } from '../faq/faq-entry.ts'
import type { MadeSearch } from '../faq/search.ts'
import { startThread } from './threads.ts'

/**
 * The search index of these answers, made beside the program: it takes seconds, and talks go on meanwhile. Rejects when
 * the thread fails.
 */
export async function indexBeside(root: string, entries: readonly FaqEntry[]): Promise<MadeSearch> {
  const thread = startThread('index-thread', { root, entries })
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended without an index')))
  })
  return deserialize(bytes) as MadeSearch // written by index-thread
}
