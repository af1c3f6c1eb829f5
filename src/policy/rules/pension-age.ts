import { z } from 'zod'
import { type Sex, sex, whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import { NotInForce, type PolicyBook } from '../policy-book.ts'
import type { Day } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

export const pensionAgeInput = z.object({
  sex,
  birthYear: whole.min(1900).max(2100),
  birthMonth: whole.min(1).max(12).optional(), // only the year known: 1 January
  conditions: z.enum(['normal', 'hazardous']).default('normal'),
})

export interface PensionAge {
  readonly years: number
  readonly months: number
  readonly reachedIn: string // YYYY-MM
  readonly pensionFrom: string // YYYY-MM
}

// Nobody's pension age lies outside these years of life.
const EARLIEST_AGE = 45
const LATEST_AGE = 66

/**
 * When a person reaches pension age: the first year whose required age they reach by its end.
 * Labour Code 45/2019/QH14 Điều 169; Decree 135/2020 Điều 4. The pension starts the month after. A day of asking that
 * no entry covers is refused, as everywhere, though the age itself belongs to another year.
 */
export function pensionAge(
  input: z.output<typeof pensionAgeInput>,
  on: Day,
  book: PolicyBook,
): Outcome<PensionAge> {
  return workOut(on, book, (sheet) => {
    const birth = input.birthYear * 12 + (input.birthMonth ?? 1) - 1
    const earlier =
      input.conditions === 'hazardous' ? sheet.take('pension-age-hazardous-years').value * 12 : 0
    const { ageMonths, reached } = reach(sheet, input.sex, birth, earlier)
    const years = Math.floor(ageMonths / 12)
    const months = ageMonths % 12
    const reachedIn = printMonth(reached)
    const pensionFrom = printMonth(reached + 1)
    sheet.step('Tuổi nghỉ hưu', months ? `${years} tuổi ${months} tháng` : `${years} tuổi`)
    sheet.step('Đủ tuổi trong tháng', sayMonth(reachedIn))
    sheet.step('Nếu đủ năm đóng, lương hưu tính từ tháng', sayMonth(pensionFrom))
    return { years, months, reachedIn, pensionFrom }
  })
}

/** The month (as year × 12 + month) a person born in such a month reaches pension age under normal conditions. */
export function pensionAgeMonth(sheet: Workings, sex: Sex, birth: number): number {
  return reach(sheet, sex, birth, 0).reached
}

/** Years are tried in order: the roadmap only rises, so the first year that holds the birthday decides. */
function reach(sheet: Workings, sex: Sex, birth: number, earlier: number) {
  const name = sex === 'male' ? 'pension-age-men' : 'pension-age-women'
  sheet.cover(name)
  const birthYear = Math.floor(birth / 12)
  for (let year = birthYear + EARLIEST_AGE; year <= birthYear + LATEST_AGE; year++) {
    const day: Day = `${year}-01-01`
    const required = sheet.book.find(day, name)
    if (!required) continue
    const ageMonths = Math.round(required.value * 12) - earlier
    const reached = birth + ageMonths
    if (Math.floor(reached / 12) !== year) continue
    sheet.take(name, day)
    return { ageMonths, reached }
  }
  throw new NotInForce(name, `${birthYear + LATEST_AGE}-01-01`)
}

export function printMonth(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function sayMonth(month: string): string {
  return month.split('-').reverse().join('/')
}
