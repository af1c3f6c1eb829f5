import { fold } from '../conversation/fold.ts'
import { emptyCell, letterOf, type Cell, type CellError, type Sheet } from './cell.ts'
import { oldFontErrors } from './old-fonts.ts'

/** What a cell was read as, or what is wrong with it. */
export type ReadCell<V> = { readonly value: V } | { readonly error: string }

/** One column: what it is called, here and in the files people have, and how its cells are read. */
export interface Column<V> {
  readonly title: string
  readonly also: readonly string[]
  readonly isRequired: boolean // the file must have it
  readonly sample: string // in the template
  readonly read: (cell: Cell, sheet: Sheet) => ReadCell<V>
}

// The columns of a table by key; each has a type of its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Columns = Readonly<Record<string, Column<any>>>
export type Row<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer V> ? V : never }

export interface Table<C extends Columns> {
  readonly rows: readonly { readonly at: number; readonly row: Row<C> }[] // `at` counts from 1
  readonly errors: readonly CellError[]
  readonly has: ReadonlySet<string> // the columns the file has, by key
}

/** So many rows above the titles may be a heading, a date, a signature. */
const HEADER_WITHIN = 20
export const MOST_ROWS = 10_000

/** Reads a sheet, a row a step: finds the row of titles, then every row below it; empty ones are passed over. */
export function* readTable<C extends Columns>(sheet: Sheet, columns: C): Generator<undefined, Table<C>> {
  const old = yield* oldFontErrors(sheet)
  if (old.length > 0) return { ...none, errors: old }
  const header = headerOf(sheet, columns)
  if ('say' in header)
    return { ...none, errors: [{ sheet: sheet.name, row: 1, column: undefined, say: header.say }] }
  const body = sheet.rows.slice(header.at + 1)
  if (body.length > MOST_ROWS) {
    const say = `nhiều hơn ${MOST_ROWS} dòng; chia thành nhiều tệp rồi nhập từng tệp`
    return { ...none, errors: [{ sheet: sheet.name, row: header.at + 1, column: undefined, say }] }
  }
  const all: { rows: Table<C>['rows'][number][]; errors: CellError[] } = { rows: [], errors: [] }
  for (const [i, cells] of body.entries()) {
    const { rows, errors } = readRow(sheet, columns, header, { cells, at: header.at + i + 2 })
    all.rows.push(...rows)
    all.errors.push(...errors)
    yield
  }
  return { ...all, has: new Set(header.places.keys()) }
}

const none = { rows: [], errors: [], has: new Set<string>() } as const

interface Header {
  readonly at: number
  readonly places: ReadonlyMap<string, number> // column by key
}

/** The row that names most columns; it must name every one that is required. */
function headerOf({ rows }: Sheet, columns: Columns): Header | { readonly say: string } {
  const found = rows.slice(0, HEADER_WITHIN).map((row, at) => ({ at, places: placesIn(row, columns) }))
  const best = found.toSorted((a, b) => b.places.size - a.places.size || a.at - b.at)[0]
  const missing = Object.entries(columns).filter(
    ([key, { isRequired }]) => isRequired && !best?.places.has(key),
  )
  if (best && missing.length === 0) return best
  return { say: `không thấy dòng tiêu đề có cột ${missing.map(([, { title }]) => `"${title}"`).join(', ')}` }
}

function placesIn(row: readonly Cell[], columns: Columns): ReadonlyMap<string, number> {
  const titles = row.map(({ text }) => plain(text))
  const places = Object.entries(columns).flatMap(([key, { title, also }]): [string, number][] => {
    const at = [title, ...also].map((name) => titles.indexOf(plain(name))).find((place) => place >= 0)
    return at === undefined ? [] : [[key, at]]
  })
  return new Map(places)
}

/** "Số ĐT (*)" and "so dt" are the same title. */
function plain(title: string): string {
  return fold(title)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function readRow<C extends Columns>(
  sheet: Sheet,
  columns: C,
  { places }: Header,
  { cells, at }: { readonly cells: readonly Cell[]; readonly at: number },
): Pick<Table<C>, 'rows' | 'errors'> {
  const used = [...places.values()].map((place) => cells[place] ?? emptyCell)
  if (used.every(({ text }) => text === '')) return { rows: [], errors: [] }
  const errors: CellError[] = []
  const values = Object.entries(columns).map(([key, column]) => {
    const place = places.get(key)
    const read: ReadCell<unknown> = column.read(
      place === undefined ? emptyCell : (cells[place] ?? emptyCell),
      sheet,
    )
    if ('value' in read) return [key, read.value] as const
    const where = place === undefined ? column.title : `${letterOf(place)} (${column.title})`
    errors.push({ sheet: sheet.name, row: at, column: where, say: read.error })
    return [key, undefined] as const
  })
  if (errors.length > 0) return { rows: [], errors }
  // Every key was read by its own column, and none of them failed.
  return { rows: [{ at, row: Object.fromEntries(values) as Row<C> }], errors }
}
