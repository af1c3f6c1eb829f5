import { utils, write } from '@e965/xlsx'
import { safeText } from '../../sheets/safe-text.ts'

/** A table to be written: titles, then rows. Days as 31/12/2027; numbers only where they count something. */
export interface SheetOut {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

const WIDEST = 60
const NARROWEST = 8
const SAMPLE_ROWS = 200

export const formats = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** The file, as .xlsx, as .json (an object a row, by title) or as .csv (UTF-8 with a BOM, so that Excel shows the marks). Every text is a text: nothing is worked out. */
export function writeWorkbook(sheet: SheetOut, format: Format): Buffer {
  if (format === 'json') return asJson(sheet)
  const cells = [sheet.titles, ...sheet.rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? safeText(cell.normalize('NFC')) : cell)),
  )
  if (format === 'csv') return Buffer.from(`\uFEFF${cells.map(csvLine).join('')}`, 'utf8')
  const table = utils.aoa_to_sheet(cells)
  table['!cols'] = sheet.titles.map((_, column) => ({ wch: widthOf(cells, column) }))
  table['!autofilter'] = { ref: table['!ref'] ?? 'A1' }
  const book = utils.book_new()
  utils.book_append_sheet(book, table, sheet.name)
  // With type "buffer" the library answers a Buffer; its types say any.
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

function csvLine(row: readonly (string | number | undefined)[]): string {
  const cells = row.map((cell = '') =>
    /[",;\t\r\n]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : cell,
  )
  return `${cells.join(',')}\r\n`
}

function asJson({ titles, rows }: SheetOut): Buffer {
  const objects = rows.map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i] ?? ''])))
  return Buffer.from(`${JSON.stringify(objects, undefined, 2)}\n`.normalize('NFC'), 'utf8')
}

function widthOf(cells: readonly (readonly (string | number | undefined)[])[], column: number): number {
  const longest = Math.max(...cells.slice(0, SAMPLE_ROWS).map((row) => String(row[column] ?? '').length))
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}
