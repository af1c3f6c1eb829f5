import type { Column, ReadCell } from './table.ts'

/** How many letters, or how many lines. */
export interface Size {
  readonly least: number
  readonly most: number
}

/** The same column, of so many letters. */
export function sized(column: Column<string>, { least, most }: Size): Column<string> {
  return checked(column, (words) => {
    const length = [...words].length
    if (length < least) return `ngắn quá, cần ít nhất ${least} chữ cái`
    return length > most ? `dài ${length} chữ cái, nhiều nhất ${most}` : undefined
  })
}

/** The same column, with one more thing that may be wrong. */
export function checked<V>(column: Column<V>, fault: (value: V) => string | undefined): Column<V> {
  return {
    ...column,
    read: (cell, sheet) => {
      const read = column.read(cell, sheet)
      const error = 'value' in read ? fault(read.value) : undefined
      return error === undefined ? read : { error }
    },
  }
}

/** The same column, several to a cell: one to a line. What is wrong is said with its line. */
export function listColumn<V>(column: Column<V>, { least, most }: Size): Column<readonly V[]> {
  return {
    ...column,
    read: ({ text }, sheet): ReadCell<readonly V[]> => {
      const lines = linesOf(text)
      if (lines.length < least)
        return {
          error: least === 1 ? 'còn trống' : `mới có ${lines.length}, cần ít nhất ${least}, mỗi dòng một`,
        }
      if (lines.length > most) return { error: `có ${lines.length}, nhiều nhất ${most}` }
      const values: V[] = []
      for (const [at, line] of lines.entries()) {
        const read = column.read({ text: line, number: undefined }, sheet)
        if ('error' in read)
          return { error: lines.length === 1 ? read.error : `dòng thứ ${at + 1} trong ô: ${read.error}` }
        values.push(read.value)
      }
      return { value: values }
    },
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^'(?=[=+\-@])/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
