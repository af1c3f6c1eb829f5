import { parentPort, workerData } from 'node:worker_threads'
import { deserialize } from 'node:v8'
import { writeWorkbook } from '../adapters/sheets/write-workbook.ts'
import type { HandedFile } from './write-file-beside.ts'

/** Runs in a thread of its own: makes a file of a table. */
function written({ format, parts, ...about }: HandedFile): Uint8Array<ArrayBuffer> {
  const rows = parts.flatMap((part) => deserialize(part) as (string | number | undefined)[][]) // given by write-file-beside
  return new Uint8Array(writeWorkbook({ ...about, rows }, format))
}

const bytes = written(workerData as HandedFile)
parentPort?.postMessage(bytes, [bytes.buffer])
