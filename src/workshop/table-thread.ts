import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook, UnreadableFile } from '../adapters/sheets/read-workbook.ts'
import type { TableRead } from './read-table-beside.ts'

/** Runs in a thread of its own: reads a file that somebody sent, or says in Vietnamese why it cannot be read. */
function read(bytes: Uint8Array): TableRead {
  try {
    return { sheets: readWorkbook(Buffer.from(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { say: error.message }
    throw error
  }
}

parentPort?.postMessage(read(workerData as Uint8Array)) // given by read-table-beside
