import { z } from 'zod'
import { money, monthCount, region, regionalWage } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDay, printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { isWithin, workOut, type Workings } from '../workings.ts'

const AVERAGED_MONTHS = 6

export const unemploymentInput = z
  .object({
    averageSalary: money.optional(),
    salaries: z.array(money).length(AVERAGED_MONTHS).optional(),
    region,
    contributionMonths: monthCount,
  })
  .superRefine((input, context) => {
    if (input.averageSalary === undefined && input.salaries === undefined)
      context.addIssue({ code: 'custom', path: ['averageSalary'], message: 'averageSalary' })
  })
type Input = z.output<typeof unemploymentInput>

export interface Unemployment {
  readonly eligible: boolean
  readonly average: Dong
  readonly monthly: Dong
  readonly months: number
}

/**
 * The unemployment benefit: a share of the average of the last six paid months, capped by the regional wage.
 * Law 74/2025/QH15 Điều 38, 39. `contributionMonths` are those in the window the law counts.
 */
export function unemployment(input: Input, on: Day, book: PolicyBook): Outcome<Unemployment> {
  return workOut(on, book, (sheet) => {
    const exact = averageOf(input)
    const average = roundDong(exact)
    const needed = sheet.take('unemployment-min-months')
    if (input.contributionMonths < needed.value) {
      sheet.step(`Đóng ${input.contributionMonths} tháng, chưa đủ ${needed.printed}`, 'chưa được hưởng')
      return { eligible: false, average, monthly: 0, months: 0 }
    }
    sheet.step('Lương bình quân 6 tháng cuối, làm tròn đến đồng', printDong(average))
    const monthly = monthlyOf(sheet, exact, input)
    const months = benefitMonths(sheet, input.contributionMonths)
    return { eligible: true, average, monthly, months }
  })
}

function averageOf({ salaries, averageSalary = 0 }: Input): number {
  return salaries ? salaries.reduce((sum, salary) => sum + salary, 0) / salaries.length : averageSalary
}

function monthlyOf(sheet: Workings, average: number, input: Input): Dong {
  const percent = sheet.take('unemployment-benefit-percent')
  const wage = sheet.take(regionalWage(input.region)).value
  const cap = wage * sheet.take('unemployment-cap-multiple').value
  sheet.step('Mức hưởng cao nhất mỗi tháng', printDong(cap))
  const monthly = Math.min(cap, roundDong(shareOf(average, percent.value)))
  if (monthly === cap) doubtWhichWage(sheet, regionalWage(input.region))
  sheet.step(
    `Trợ cấp mỗi tháng: ${percent.printed} lương bình quân, không quá mức cao nhất`,
    printDong(monthly),
  )
  return monthly
}

/** The Law caps by the wage of the last paid month, the decree by that of the contract's end: they differ when it has just risen. */
function doubtWhichWage(sheet: Workings, name: string): void {
  const now = sheet.take(name)
  if (!isWithin(sheet.on, now.from, 1)) return
  const what = `Mức lương tối thiểu vùng mới đổi ngày ${printDay(now.from)}; Luật tính theo tháng đóng cuối, Nghị định theo ngày nghỉ việc`
  sheet.doubt(what, 'cần cơ quan giải quyết xác nhận')
}

/** 12 to 36 months paid: 3 months; each further full 12 months: one more, up to 12. */
function benefitMonths(sheet: Workings, paid: number): number {
  const first = sheet.take('unemployment-first-benefit-months').value
  const covered = sheet.take('unemployment-first-contribution-months').value
  const step = sheet.take('unemployment-step-months').value
  const further = Math.max(0, Math.floor((paid - covered) / step))
  const months = Math.min(first + further, sheet.take('unemployment-max-benefit-months').value)
  sheet.step(`Đóng ${paid} tháng thì được hưởng`, `${months} tháng`)
  return months
}
