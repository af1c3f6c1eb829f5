import { z } from 'zod'
import { tellOfNewPrice } from '../coming-change.ts'
import { provinceCode, whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

export const studentHealthInput = z.object({
  months: whole.min(1).max(12),
  province: provinceCode.optional(),
})
type Input = z.output<typeof studentHealthInput>

export interface StudentHealth {
  readonly gross: Dong
  readonly stateSupport: Dong
  readonly localSupport: Dong
  readonly youPay: Dong
}

/** What a pupil or student pays for health insurance. Decree 188/2025; provinces may add their own share. */
export function studentHealth(input: Input, on: Day, book: PolicyBook): Outcome<StudentHealth> {
  return workOut(on, book, (sheet) => {
    const paid = parts(sheet, input)
    tellOfNewPrice(sheet, input.months, paid.youPay, (later) => parts(later, input).youPay)
    return paid
  })
}

function parts(sheet: Workings, { months, province }: Input): StudentHealth {
  const monthly = shareOf(sheet.take('base-salary').value, sheet.take('health-rate').value)
  const gross = roundDong(monthly * months)
  sheet.step(`Mức đóng đủ ${months} tháng, làm tròn đến đồng`, printDong(gross))
  const stateSupport = roundDong(shareOf(monthly * months, sheet.take('health-support-student').value))
  sheet.step('Nhà nước hỗ trợ', printDong(stateSupport))
  const local =
    province === undefined ? undefined : sheet.takeIfAny(`health-local-support-${province}-student`)
  const localSupport = local ? roundDong(shareOf(monthly * months, local.value)) : 0
  if (local) sheet.step('Địa phương hỗ trợ thêm', printDong(localSupport))
  const youPay = Math.max(0, gross - stateSupport - localSupport)
  sheet.step('Còn phải đóng', printDong(youPay))
  return { gross, stateSupport, localSupport, youPay }
}
