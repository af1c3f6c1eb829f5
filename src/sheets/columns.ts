import { fold } from '../conversation/fold.ts'
import { readPhone } from '../conversation/read-phone.ts'
import { readDay } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'
import type { Cell, Sheet } from './cell.ts'
import type { Column, ReadCell } from './table.ts'

type About = Pick<Column<unknown>, 'title' | 'also' | 'sample'>

const DAY_MS = 86_400_000
/** Serials of 1980 to 2100: anything else in a column of days is no day. */
const EARLIEST_SERIAL = 29_221
const LATEST_SERIAL = 73_415
const FROM_1904 = 1_462
const LONGEST = 300

/** Any words, as typed; the quote that keeps a spreadsheet from working out "=…" falls away again. */
export function textColumn(about: About): Column<string> {
  return {
    ...about,
    isRequired: true,
    read: ({ text }) => {
      const words = text.replace(/^'(?=[=+\-@])/, '')
      if (words === '') return { error: 'còn trống' }
      return words.length > LONGEST ? { error: `dài quá ${LONGEST} ký tự` } : { value: words }
    },
  }
}

/** The same column, but the file may lack it and its cells may be empty. */
export function optional<V>(column: Column<V>): Column<V | undefined> {
  return {
    ...column,
    isRequired: false,
    read: (cell, sheet) => (cell.text === '' ? { value: undefined } : column.read(cell, sheet)),
  }
}

/** A code of ours: letters, digits, hyphens; a number typed as a number stays as it is shown. */
export function codeColumn(about: About): Column<string> {
  return {
    ...about,
    isRequired: true,
    read: ({ text }) =>
      /^[\p{L}\d][\p{L}\d._/-]{0,59}$/u.test(text)
        ? { value: text }
        : { error: text === '' ? 'còn trống' : `mã "${text}" chỉ gồm chữ, số, dấu gạch ngang` },
  }
}

/** A Vietnamese telephone number; a spreadsheet may have taken it for a number and dropped its zero. */
export function phoneColumn(about: About): Column<string> {
  return {
    ...about,
    isRequired: true,
    read: ({ text, number }) => {
      const digits = number === undefined ? text : String(number)
      const phone = readPhone(
        /^\d{9}$/.test(digits) ? `0${digits}` : /^84\d{9}$/.test(digits) ? `+${digits}` : digits,
      )
      return phone ? { value: phone.e164 } : { error: `"${text}" không phải một số điện thoại Việt Nam` }
    },
  }
}

/** A day as a spreadsheet's serial, or typed: 27/11/2026, 2026-11-27. */
export function dayColumn(about: About): Column<Day> {
  return {
    ...about,
    isRequired: true,
    read: (cell, sheet) => {
      const day = dayIn(cell, sheet)
      return day === undefined
        ? { error: `"${cell.text}" không phải một ngày; viết kiểu 31/12/2027` }
        : { value: day }
    },
  }
}

function dayIn({ text, number }: Cell, { is1904 }: Sheet): Day | undefined {
  if (number !== undefined) {
    const serial = Math.floor(number) + (is1904 ? FROM_1904 : 0)
    if (serial < EARLIEST_SERIAL || serial > LATEST_SERIAL) return undefined
    return readDay(new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10))
  }
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return y === '' ? readDay(text) : readDay(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
}

export function countColumn(about: About, most: number): Column<number> {
  return {
    ...about,
    isRequired: true,
    read: ({ text, number }) => {
      const count =
        number ??
        (/^\d{1,3}(?:[.,]\d{3})*$|^\d+$/.test(text) ? Number(text.replace(/[.,]/g, '')) : Number.NaN)
      return Number.isInteger(count) && count >= 0 && count <= most
        ? { value: count }
        : { error: `"${text}" không phải số nguyên từ 0 đến ${most}` }
    },
  }
}

/** One of a few words, each with the ways people write it. The first is how we write it. */
export function wordColumn<V extends string>(
  about: About,
  words: Readonly<Record<V, readonly [string, ...string[]]>>,
): Column<V> {
  // Object.entries forgets the key type; the keys are exactly V.
  const all = Object.entries(words) as [V, readonly [string, ...string[]]][]
  const known = new Map(
    all.flatMap(([value, ways]) => [value, ...ways].map((way) => [fold(way), value] as const)),
  )
  return {
    ...about,
    isRequired: true,
    read: ({ text }): ReadCell<V> => {
      const value = known.get(fold(text))
      if (value !== undefined) return { value }
      return { error: `"${text}" không phải một trong: ${all.map(([, [first]]) => first).join(', ')}` }
    },
  }
}

/** Something that others know how to read. */
export function readColumn<V>(about: About, read: (text: string) => ReadCell<V>): Column<V> {
  return {
    ...about,
    isRequired: true,
    read: ({ text }) => (text === '' ? { error: 'còn trống' } : read(text)),
  }
}
