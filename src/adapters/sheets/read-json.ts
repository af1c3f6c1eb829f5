import { emptyCell, type Cell, type Sheet } from '../../sheets/cell.ts'
import { MOST_ROWS } from '../../sheets/table.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Item = Readonly<Record<string, unknown>>

/** A list of objects as a table: their names are its first row, so that the first object is row 2 as in a spreadsheet. */
export function readJson(bytes: Buffer): Sheet {
  const items = parsed(bytes).slice(0, MOST_ROWS + 1)
  const titles = [...new Set(items.flatMap((item) => Object.keys(item)))]
  const rows = items.map((item, i) => titles.map((title) => cellOf(item[title], title, i + 1)))
  return { name: 'JSON', rows: [titles.map((title) => textCell(title)), ...rows], is1904: false }
}

function parsed(bytes: Buffer): readonly Item[] {
  const read = parse(bytes)
  const isItem = (one: unknown): one is Item => typeof one === 'object' && one !== null && !Array.isArray(one)
  if (!Array.isArray(read) || !read.every(isItem))
    throw new UnreadableFile('tệp JSON phải là một danh sách, mỗi dòng một mục trong ngoặc nhọn')
  return read
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new UnreadableFile('tệp JSON hỏng hoặc không phải UTF-8', { cause: error })
  }
}

function cellOf(value: unknown, title: string, place: number): Cell {
  if (value === undefined || value === null) return emptyCell
  if (typeof value === 'number') return { text: String(value), number: value }
  if (typeof value === 'string') return textCell(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return textCell(value.join('\n'))
  throw new UnreadableFile(`mục thứ ${place} của tệp JSON: "${title}" phải là chữ, số hoặc danh sách chữ`)
}

function textCell(text: string): Cell {
  return {
    text: text
      .normalize('NFC')
      .replace(/\u00a0/g, ' ')
      .trim(),
    number: undefined,
  }
}
