import { readPeriod, type Period } from '../targets/period.ts'
import type { ReadCell } from './table.ts'

/** 2026-12, 12/2026, "Tháng 12/2026", "Quý 4/2026", "Tuần 48/2026", 2026-W48, 2026. */
export function periodIn(text: string): ReadCell<Period> {
  const said = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  const [, kind = '', number = '', year = ''] =
    /^(tháng|thang|quý|quy|q|tuần|tuan|t)? ?(\d{1,2}) ?[/-] ?(\d{4})$/.exec(said) ?? []
  const letter = /^q/.test(kind) ? 'Q' : /^tu/.test(kind) ? 'W' : ''
  const width = letter === 'Q' ? 1 : 2
  const key =
    year === ''
      ? said.replace(/^năm |^nam /, '').toUpperCase()
      : `${year}-${letter}${number.padStart(width, '0')}`
  const period = readPeriod(key)
  return period
    ? { value: period }
    : { error: `"${text}" không phải một kỳ; viết kiểu 2026-12, 2026-W48, 2026-Q4 hoặc 2026` }
}
