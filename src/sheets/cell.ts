/** One cell as a file holds it: what stands in it, and how its format shows it. `number`: a number, or a day as a serial. */
export interface Cell {
  readonly text: string // NFC, trimmed; '' when empty
  readonly number: number | undefined
}

export const emptyCell: Cell = { text: '', number: undefined }

/** A table of a file. Rows and columns count from 0; merged cells are filled from their first. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Days as serials count from 1904 in files of old Macs. */
  readonly is1904: boolean
}

/** What is wrong, and where a person finds it. `row` counts from 1, as the program shows it. */
export interface CellError {
  readonly sheet: string
  readonly row: number
  readonly column: string | undefined // "C (Số điện thoại)"; undefined: the whole row
  readonly say: string
}

export function errorInWords({ sheet, row, column, say }: CellError): string {
  const where = column === undefined ? '' : `, cột ${column}`
  return `Bảng "${sheet}", dòng ${row}${where}: ${say}`
}

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : letterOf(rest)}${String.fromCharCode(65 + (column % 26))}`
}
