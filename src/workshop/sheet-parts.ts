import { deserialize } from 'node:v8'
import type { Cell, Sheet } from '../sheets/cell.ts'
import { inParts } from './in-parts.ts'

const ROWS_AT_ONCE = 100

/** A table on its way from the thread that read it: its rows as bytes in small parts, to be taken in one by one. */
export interface HandedSheet extends Omit<Sheet, 'rows'> {
  readonly parts: readonly Uint8Array[]
}

export function handedSheet({ rows, ...about }: Sheet): HandedSheet {
  return { ...about, parts: [...inParts(rows, ROWS_AT_ONCE)] }
}

/** The same tables again, a part a step. */
export function* takenSheets(handed: readonly HandedSheet[]): Generator<undefined, readonly Sheet[]> {
  const sheets: Sheet[] = []
  for (const { parts, ...about } of handed) {
    const rows: (readonly Cell[])[] = []
    for (const part of parts) {
      rows.push(...(deserialize(part) as (readonly Cell[])[])) // written above
      yield
    }
    sheets.push({ ...about, rows })
  }
  return sheets
}
