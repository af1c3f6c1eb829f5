import { z } from 'zod'
import { limitedMoney, monthCount, provinceCode, supportGroup } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDay, printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { monthlySupport, refuseIncome } from '../voluntary-terms.ts'
import { workOut, type Workings } from '../workings.ts'

export const voluntaryContributionInput = z.object({
  chosenIncome: limitedMoney,
  group: supportGroup,
  province: provinceCode.optional(),
  interval: z.literal([1, 3, 6, 12]),
  supportedMonthsSoFar: monthCount.optional(),
})
type Input = z.output<typeof voluntaryContributionInput>

/** Everything is for the whole interval, except `perMonth` and `perDay` (a month of 30 days). */
export interface VoluntaryContribution {
  readonly gross: Dong
  readonly stateSupport: Dong
  readonly localSupport: Dong
  readonly youPay: Dong
  readonly perMonth: Dong
  readonly perDay: Dong
}

/**
 * What a person pays for voluntary social insurance (BHXH tự nguyện), by the law of the day of payment.
 * Law 41/2024/QH15 Điều 31(2), 36(1); Decree 159/2025 Điều 5. Support ends with the 120th supported month.
 */
export function voluntaryContribution(
  input: Input,
  on: Day,
  book: PolicyBook,
): Outcome<VoluntaryContribution> {
  return workOut(on, book, (sheet) => {
    const refused = refuseIncome(sheet, input.chosenIncome)
    if (refused) return refused
    const paid = parts(sheet, input)
    const quote = { ...paid, ...spread(sheet, paid.youPay, input.interval) }
    tellOfChange(sheet, input)
    return quote
  })
}

function parts(sheet: Workings, input: Input) {
  const rate = sheet.take('voluntary-rate')
  const gross = roundDong(shareOf(input.chosenIncome, rate.value) * input.interval)
  sheet.step(
    `Mức đóng ${input.interval} tháng: ${printDong(input.chosenIncome)} × ${rate.printed} × ${input.interval}`,
    printDong(gross),
  )
  const { stateSupport, localSupport } = supports(sheet, input)
  const youPay = Math.max(0, gross - stateSupport - localSupport)
  sheet.step('Bác còn phải đóng cho cả kỳ (mỗi khoản làm tròn đến đồng)', printDong(youPay))
  return { gross, stateSupport, localSupport, youPay }
}

function supports(sheet: Workings, input: Input): { stateSupport: Dong; localSupport: Dong } {
  const months = supportedMonths(sheet, input)
  const monthly = monthlySupport(sheet, input.group)
  const stateSupport = roundDong(monthly * months)
  sheet.step(`Nhà nước hỗ trợ ${months} tháng, tính trên chuẩn nghèo`, printDong(stateSupport))
  const local =
    input.province === undefined
      ? undefined
      : sheet.takeIfAny(`voluntary-local-support-${input.province}-${input.group}`)
  if (!local) return { stateSupport, localSupport: 0 }
  const line = sheet.take('rural-poverty-line').value
  const localSupport = roundDong(shareOf(line, sheet.take('voluntary-rate').value, local.value) * months)
  sheet.step(`Địa phương hỗ trợ thêm ${months} tháng`, printDong(localSupport))
  return { stateSupport, localSupport }
}

function supportedMonths(sheet: Workings, { interval, supportedMonthsSoFar = 0 }: Input): number {
  const most = sheet.take('voluntary-support-max-months')
  const months = Math.max(0, Math.min(interval, most.value - supportedMonthsSoFar))
  if (months < interval) {
    const what = `Đã được hỗ trợ ${supportedMonthsSoFar} tháng; có tính các tháng trước ${printDay(most.from)} hay không chưa có hướng dẫn rõ`
    sheet.doubt(what, `còn được ${months} tháng`)
  }
  return months
}

function spread(sheet: Workings, youPay: Dong, interval: number): { perMonth: Dong; perDay: Dong } {
  const perMonth = roundDong(youPay / interval)
  const perDay = roundDong(youPay / interval / 30)
  sheet.step('Tính ra mỗi tháng', printDong(perMonth))
  sheet.step('Tính ra mỗi ngày (tháng 30 ngày)', printDong(perDay))
  return { perMonth, perDay }
}

/** A period that crosses a change costs what it costs on the day of payment; the price after the change is shown too. */
function tellOfChange(sheet: Workings, input: Input): void {
  const next = sheet.coming('rural-poverty-line', input.interval)
  if (!next) return
  const day = printDay(next.from)
  sheet.step(
    `Trong kỳ này, từ ${day}, mức thu nhập thấp nhất đổi; ai đã đóng trước ngày đó thì không phải nộp thêm`,
    next.printed,
  )
  const chosenIncome = Math.max(input.chosenIncome, next.value)
  const then = sheet.later(next.from, (later) => parts(later, { ...input, chosenIncome }))
  if (!then) return
  sheet.step(
    `Nếu đóng từ ${day}, với mức ${printDong(chosenIncome)}, cả kỳ còn phải đóng`,
    printDong(then.youPay),
  )
}
