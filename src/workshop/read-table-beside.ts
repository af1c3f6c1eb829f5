import type { Sheet } from '../sheets/cell.ts'
import { inSlices } from '../in-slices.ts'
import { type HandedSheet, takenSheets } from './sheet-parts.ts'
import { startThread } from './threads.ts'

/** The tables of a file, or why it cannot be read, in Vietnamese. */
export type TableRead = { readonly sheets: readonly Sheet[] } | { readonly say: string }

/** What the thread answers. */
export type HandedTables = { readonly sheets: readonly HandedSheet[] } | { readonly say: string }

const LONGEST_MS = 20_000
const MEMORY_MB = 512
const TOO_MUCH = { say: 'tệp nặng quá, máy chủ không mở nổi; chia thành nhiều tệp rồi thử lại' }

/**
 * Reads a file (.xlsx, .xls, .ods, .csv) beside the program: talks go on meanwhile, and a file made to use up memory or
 * time ends its own thread and nothing else.
 */
export async function readTableBeside(bytes: Uint8Array): Promise<TableRead> {
  const read = await readInThread(bytes)
  return 'say' in read ? read : { sheets: await inSlices(takenSheets(read.sheets)) }
}

async function readInThread(bytes: Uint8Array): Promise<HandedTables> {
  const thread = startThread('table-thread', bytes, { maxOldGenerationSizeMb: MEMORY_MB })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<HandedTables>((resolve) => {
      timer = setTimeout(resolve, LONGEST_MS, TOO_MUCH)
      thread.once('message', resolve).once('error', () => resolve(TOO_MUCH))
      thread.once('exit', () => resolve(TOO_MUCH))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
