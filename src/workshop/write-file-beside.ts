import type { Format, SheetOut } from '../adapters/sheets/write-workbook.ts'
import { inSlices } from '../in-slices.ts'
import { inParts } from './in-parts.ts'
import { startThread } from './threads.ts'

/** A table on its way to the thread that makes a file of it. */
export interface HandedFile extends Omit<SheetOut, 'rows'> {
  readonly format: Format
  readonly parts: readonly Uint8Array[] // rows
}

const ROWS_AT_ONCE = 100

/** Makes a file of a table beside the program: of thousands of rows it takes a second. Rejects when the thread fails. */
export async function writeFileBeside({ rows, ...about }: SheetOut, format: Format): Promise<Uint8Array> {
  const given: HandedFile = { ...about, format, parts: await inSlices(collected(rows)) }
  const thread = startThread('file-thread', given)
  return new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended without a file')))
  })
}

function* collected(rows: SheetOut['rows']): Generator<undefined, readonly Uint8Array[]> {
  const parts: Uint8Array[] = []
  for (const part of inParts(rows, ROWS_AT_ONCE)) {
    parts.push(part)
    yield
  }
  return parts
}
