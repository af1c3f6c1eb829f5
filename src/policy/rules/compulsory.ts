import { z } from 'zod'
import { limitedMoney, region, regionalWage } from '../inputs.ts'
import type { Outcome, Refused } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { missingField, outOfRange } from '../refusals.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'
import { salaryRange } from './contribution-range.ts'

/** `region` is needed only for a salary above the lowest regional cap of unemployment insurance. */
export const compulsoryInput = z.object({ salary: limitedMoney, region: region.optional() })
type Input = z.output<typeof compulsoryInput>

interface Contribution {
  readonly bhxh: Dong
  readonly bhyt: Dong
  readonly bhtn: Dong
  readonly total: Dong
}

export interface Compulsory {
  readonly employee: Contribution
  readonly employer: Contribution
}

/**
 * What a worker and the employer pay each month. Law 41/2024/QH15 Điều 31–34; Decree 188/2025; Law 74/2025/QH15.
 * Salary above a cap is left out of that fund; a salary under the floor is outside compulsory insurance.
 */
export function compulsory(input: Input, on: Day, book: PolicyBook): Outcome<Compulsory> {
  return workOut(on, book, (sheet) => {
    const { lowest, highest } = salaryRange(sheet)
    if (input.salary < lowest) return outOfRange('salary', { lowest })
    const unemploymentBase = unemploymentBaseOf(sheet, input)
    if (typeof unemploymentBase !== 'number') return unemploymentBase
    const bases = { main: Math.min(input.salary, highest), unemployment: unemploymentBase }
    const employee = contribution(sheet, bases, employeeRates)
    const employer = contribution(sheet, bases, employerRates)
    sheet.step('Người lao động đóng mỗi tháng, mỗi khoản làm tròn đến đồng', printDong(employee.total))
    sheet.step('Đơn vị đóng mỗi tháng, mỗi khoản làm tròn đến đồng', printDong(employer.total))
    return { employee, employer }
  })
}

interface Rates {
  readonly bhxh: readonly string[]
  readonly bhyt: string
  readonly bhtn: string
}
const employeeRates: Rates = {
  bhxh: ['compulsory-pension-employee'],
  bhyt: 'health-employee-rate',
  bhtn: 'unemployment-rate-employee',
}
const employerRates: Rates = {
  bhxh: ['compulsory-pension-employer', 'compulsory-sickness-employer', 'compulsory-accident-employer'],
  bhyt: 'health-employer-rate',
  bhtn: 'unemployment-rate-employer',
}

function contribution(
  sheet: Workings,
  bases: { main: Dong; unemployment: Dong },
  rates: Rates,
): Contribution {
  const percent = rates.bhxh.reduce((sum, name) => sum + sheet.take(name).value, 0)
  const bhxh = roundDong(shareOf(bases.main, percent))
  const bhyt = roundDong(shareOf(bases.main, sheet.take(rates.bhyt).value))
  const bhtn = roundDong(shareOf(bases.unemployment, sheet.take(rates.bhtn).value))
  return { bhxh, bhyt, bhtn, total: bhxh + bhyt + bhtn }
}

function unemploymentBaseOf(sheet: Workings, { salary, region: place }: Input): Dong | Refused {
  const multiple = sheet.take('unemployment-contribution-cap').value
  const lowestCap = sheet.take(regionalWage('IV')).value * multiple
  if (salary <= lowestCap) return salary
  if (place === undefined) return missingField('region')
  const cap = sheet.take(regionalWage(place)).value * multiple
  sheet.step('Tiền lương cao nhất đóng bảo hiểm thất nghiệp', printDong(cap))
  return Math.min(salary, cap)
}
