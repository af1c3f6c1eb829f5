import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../../adapters/postgres/store.ts'
import type { CellError, Sheet } from '../../sheets/cell.ts'
import type { CommuneReader } from '../../sheets/kinds.ts'
import { readTable, type Columns, type Table } from '../../sheets/table.ts'

export interface PlanParts {
  readonly store: Pick<Store, 'register' | 'targets'>
  readonly commune: CommuneReader
}

export interface ImportParts extends PlanParts {
  readonly by: string // a role and an id
  /** Only looks: nothing is written. */
  readonly dryRun: boolean
}

/** What is written when nothing is wrong; answers how many open leads went to others, and what else to know. */
export type Keep = (parts: Pick<ImportParts, 'by'>) => Promise<{
  readonly moved: number
  readonly notes: readonly string[]
  readonly batch?: string | undefined
}>

/** A file that was read and checked, and not yet kept. */
export interface Planned {
  readonly rows: number
  readonly errors: readonly CellError[]
  readonly changes: Changes
  readonly keep: Keep
}

/** What a file would do, by code: what is new, what becomes another, and how many stay as they are. Nothing is ever taken away. */
export interface Changes {
  readonly fresh: readonly string[]
  readonly changed: readonly string[]
  readonly same: number
}

/** Compares what a file says with what is kept, each under its code. */
export function* changesOf<Entry>(
  entries: readonly Entry[],
  before: ReadonlyMap<string, Entry>,
  codeOf: (entry: Entry) => string,
): Generator<undefined, Changes> {
  const fresh: string[] = []
  const changed: string[] = []
  for (const entry of entries) {
    const code = codeOf(entry)
    const was = before.get(code)
    if (was === undefined) fresh.push(code)
    else if (!isDeepStrictEqual(was, entry)) changed.push(code)
    yield
  }
  return { fresh, changed, same: entries.length - fresh.length - changed.length }
}

/** The first sheet that has the titles; when none has, what is wrong with the first. */
export function* tableOf<C extends Columns>(
  sheets: readonly Sheet[],
  columns: C,
): Generator<undefined, { table: Table<C>; sheet: string }> {
  const read: { table: Table<C>; sheet: string }[] = []
  for (const sheet of sheets) read.push({ table: yield* readTable(sheet, columns), sheet: sheet.name })
  const fits = read.find(({ table }) => table.rows.length > 0 || table.errors.some(({ row }) => row > 1))
  return fits ?? read[0] ?? { table: { rows: [], errors: [], has: new Set() }, sheet: '' }
}

export const wrong = (sheet: string, row: number, column: string, say: string): CellError => ({
  sheet,
  row,
  column,
  say,
})

/** Rows that say of the same thing what an earlier row said. */
export function twice(
  sheet: string,
  keys: readonly { readonly at: number; readonly key: string }[],
  column: string,
): readonly CellError[] {
  const first = new Map<string, number>()
  return keys.flatMap(({ at, key }) => {
    const before = first.get(key)
    if (before === undefined) first.set(key, at)
    return before === undefined ? [] : [wrong(sheet, at, column, `trùng với dòng ${before}`)]
  })
}
