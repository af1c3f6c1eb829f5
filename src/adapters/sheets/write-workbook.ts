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

/** The file, as .xlsx or as .csv (UTF-8 with a BOM, so that Excel shows the marks). Every text is a text: nothing is worked out. */
export function writeWorkbook(sheet: SheetOut, format: 'xlsx' | 'csv'): Buffer {
  const cells = [sheet.titles, ...sheet.rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? safeText(cell.normalize('NFC')) : cell)),
  )
  const table = utils.aoa_to_sheet(cells)
  if (format === 'csv')
    return Buffer.from(`\uFEFF${utils.sheet_to_csv(table, { FS: ',', RS: '\r\n' })}\r\n`, 'utf8')
  table['!cols'] = sheet.titles.map((_, column) => ({ wch: widthOf(cells, column) }))
  table['!autofilter'] = { ref: table['!ref'] ?? 'A1' }
  const book = utils.book_new()
  utils.book_append_sheet(book, table, sheet.name)
  // With type "buffer" the library answers a Buffer; its types say any.
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

function widthOf(cells: readonly (readonly (string | number | undefined)[])[], column: number): number {
  const longest = Math.max(...cells.slice(0, SAMPLE_ROWS).map((row) => String(row[column] ?? '').length))
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}
