import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from '../adapters/sheets/read-workbook.ts'
import { UnreadableFile } from '../adapters/sheets/unreadable-file.ts'
import type { HandedTables } from './read-table-beside.ts'
import { handedSheet } from './sheet-parts.ts'

/** Runs in a thread of its own: reads a file that somebody sent, or says in Vietnamese why it cannot be read. */
function read(bytes: Uint8Array): HandedTables {
  try {
    return { sheets: readWorkbook(Buffer.from(bytes)).map(handedSheet) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { say: error.message }
    throw error
  }
}

parentPort?.postMessage(read(workerData as Uint8Array)) // given by read-table-beside
