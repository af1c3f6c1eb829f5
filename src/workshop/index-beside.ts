import type { FaqEntry } from '../faq/faq-entry.ts'
import type { MadeSearch } from '../faq/search.ts'
import { inSlices } from '../in-slices.ts'
import { type HandedIndex, takenIn } from './index-parts.ts'
import { startThread } from './threads.ts'

const ENTRIES_AT_ONCE = 100

/**
 * The search index of these answers, made beside the program: it takes seconds, and talks go on meanwhile, also while
 * thousands of answers go over and their index comes back. Rejects when the thread fails.
 */
export async function indexBeside(root: string, entries: readonly FaqEntry[]): Promise<MadeSearch> {
  const thread = startThread('index-thread', { root })
  const made = new Promise<HandedIndex>((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended without an index')))
  })
  await Promise.race([inSlices(handOver(entries, (some) => thread.postMessage(some))), made])
  return inSlices(takenIn(await made))
}

/** All of them in small groups, then an empty one. */
function* handOver(
  entries: readonly FaqEntry[],
  give: (some: readonly FaqEntry[]) => void,
): Generator<undefined, void> {
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    give(entries.slice(from, from + ENTRIES_AT_ONCE))
    yield
  }
  give([])
}
