import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { emptyCell, type Cell, type Sheet } from '../../sheets/cell.ts'
import { MOST_ROWS } from '../../sheets/table.ts'
import { readJson } from './read-json.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { inflatedSize } from './inflated-size.ts'

const MB = 1024 * 1024
export const MOST_BYTES = 20 * MB
const MOST_INFLATED = 300 * MB
/** A row more than may be read: that there are too many must be seen. */
const SHEET_ROWS = MOST_ROWS + 40
const MOST_COLUMNS = 100

/** The tables of an .xlsx, .xls, .ods, .csv or .json file. Formulas are not worked out: what the file last showed is read. */
export function readWorkbook(bytes: Buffer): readonly Sheet[] {
  if (bytes.length > MOST_BYTES) throw new UnreadableFile('tệp lớn hơn 20 MB')
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  if (isZip && inflatedSize(bytes) > MOST_INFLATED)
    throw new UnreadableFile('tệp nén quá lớn, có thể không phải bảng tính')
  const isJson = /^(\uFEFF)?\s*\[\s*(\{|\])/.test(bytes.subarray(0, 200).toString('utf8'))
  if (isJson) return [readJson(bytes)].filter(isFilled)
  const isOle = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  const book = isZip || isOle ? parse(bytes) : parseText(bytes)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet ? [{ name: name.normalize('NFC'), rows: rowsOf(sheet), is1904 }] : []
  }).filter(isFilled)
}

function isFilled({ rows }: Sheet): boolean {
  return rows.some((row) => row.some(({ text }) => text !== ''))
}

function parse(bytes: Buffer): WorkBook {
  try {
    const book = read(bytes, {
      type: 'buffer',
      cellFormula: false,
      cellHTML: false,
      dense: true,
      sheetRows: SHEET_ROWS,
    })
    // What the library cannot make out it takes for a text.
    if (JSON.stringify(book.Sheets[book.SheetNames[0] ?? '']?.['!data']?.[0] ?? '').includes('\\u0000'))
      throw new Error('not a table')
    return book
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new UnreadableFile(
      isLocked ? 'tệp có mật khẩu; bỏ mật khẩu rồi gửi lại' : 'tệp hỏng hoặc không phải bảng tính',
      {
        cause: error,
      },
    )
  }
}

/** Comma, semicolon or tab apart, with or without a BOM; every cell stays the text it is. */
function parseText(bytes: Buffer): WorkBook {
  const isWide = bytes.subarray(0, 2).toString('hex') === 'fffe'
  try {
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\u0000')) throw new UnreadableFile('tệp không phải bảng tính')
    return read(text, { type: 'string', raw: true, dense: true, sheetRows: SHEET_ROWS })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(
      'chữ trong tệp không phải UTF-8; trong Excel chọn "Lưu dưới dạng", kiểu "CSV UTF-8" hoặc ".xlsx"',
      {
        cause: error,
      },
    )
  }
}

function rowsOf(sheet: WorkSheet): readonly (readonly Cell[])[] {
  // `dense` keeps the rows under "!data"; the library's types do not say so.
  const data = ((sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? []).slice(0, SHEET_ROWS)
  const rows = Array.from(data, (row) => Array.from(row ?? [], cellOf).slice(0, MOST_COLUMNS))
  for (const { s: from, e: to } of sheet['!merges'] ?? []) fillDown(rows, from, to)
  return rows
}

function cellOf(cell: CellObject | undefined): Cell {
  if (!cell || cell.t === 'z' || cell.t === 'e') return emptyCell
  const shown = cell.w ?? String(cell.v ?? '')
  const text = (typeof cell.v === 'string' ? cell.v : shown)
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .trim()
  return { text, number: typeof cell.v === 'number' ? cell.v : undefined }
}

/** A cell merged over several rows stands for each of them; one merged over columns is a heading. */
function fillDown(rows: Cell[][], from: { r: number; c: number }, to: { r: number; c: number }): void {
  const first = rows[from.r]?.[from.c]
  if (!first || first.text === '' || to.r === from.r) return
  for (let at = from.r + 1; at <= Math.min(to.r, rows.length - 1); at += 1) {
    const row = rows[at]
    if (!row) continue
    while (row.length <= from.c) row.push(emptyCell)
    row[from.c] = first
  }
}
