import { readDong } from '../conversation/read-money.ts'
import { numberOf } from '../policy/parameter-file.ts'
import { printDong, printNumber } from '../policy/print.ts'

const YEARS_AND_MONTHS = 'tuổi tháng'

/** What a printed value is counted in: "đồng", "%", "ngày làm việc"; "áp dụng" for a condition without a number. */
export function unitIn(printed: string): string {
  if (printed === 'áp dụng') return printed
  if (printed.endsWith('%')) return '%'
  if (/^\d+ tuổi \d+ tháng$/.test(printed)) return YEARS_AND_MONTHS
  return printed.replace(/^[\d.,]+\s*/, '')
}

/** "2.530.000", "2,53 triệu", "4.5", "61 tuổi 6 tháng" → as a decree prints it in this unit; undefined when it is not sure. */
export function readValue(typed: string, unit: string): string | undefined {
  const text = typed.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (unit === 'áp dụng') return text === unit ? unit : undefined
  if (unit === 'đồng') return readAmount(text)
  if (unit === YEARS_AND_MONTHS || unit === 'tuổi') return readYears(text)
  const bare = text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
  const number = readNumber(bare)
  if (number === undefined) return undefined
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** Only an amount that can be meant in one way: "2.53" might be anything. */
function readAmount(text: string): string | undefined {
  const digits = /^(\d{1,3}(\.\d{3})+|\d{4,12})( ?(đồng|đ|vnđ))?$/.exec(text)
  if (digits) return printDong(Number((digits[1] ?? '').replaceAll('.', '')))
  const dong = /[a-zà-ỹ]/.test(text) ? readDong(text) : undefined
  return dong === undefined ? undefined : printDong(dong)
}

function readYears(text: string): string | undefined {
  const [, years, months] = /^(\d{1,3})(?: tuổi(?: (\d{1,2}) tháng)?)?$/.exec(text) ?? []
  if (years === undefined || Number(months ?? 0) > 11) return undefined
  return months === undefined || Number(months) === 0
    ? `${Number(years)} tuổi`
    : `${Number(years)} tuổi ${Number(months)} tháng`
}

/** "4,5", "4.5", "1.500": a point before three digits groups thousands. */
function readNumber(text: string): string | undefined {
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return printNumber(Number(text.replaceAll('.', '')))
  if (!/^\d{1,9}([.,]\d{1,4})?$/.test(text)) return undefined
  return printNumber(Number(text.replace(',', '.')))
}

const steps = [
  [1_000_000_000, 'tỷ'],
  [1_000_000, 'triệu'],
  [1_000, 'nghìn'],
] as const

/** The same value said in another way, to be compared with the paper: "2 triệu 530 nghìn đồng". */
export function saidAgain(printed: string): string {
  if (unitIn(printed) !== 'đồng') return printed
  let rest = numberOf(printed)
  const parts: string[] = []
  for (const [size, word] of steps) {
    if (rest >= size) parts.push(`${Math.floor(rest / size)} ${word}`)
    rest %= size
  }
  return [...parts, ...(rest > 0 ? [printNumber(rest)] : []), 'đồng'].join(' ')
}
