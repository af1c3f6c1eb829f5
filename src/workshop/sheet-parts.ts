import { deserialize, serialize } from 'node:v8'
import type { Cell, Sheet } from '../sheets/cell.ts'

const ROWS_AT_ONCE = 100

/** A table on its way from the thread that read it: its rows as bytes in small parts, to be taken in one by one. */
export interface HandedSheet extends Omit<Sheet, 'rows'> {
  readonly parts: readonly Uint8Array[]
}

export function handedSheet({ rows, ...about }: Sheet): HandedSheet {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE)
  const parts = Array.from(
    { length: count },
    (_, i) => new Uint8Array(serialize(rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE))),
  )
  return { ...about, parts }
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
