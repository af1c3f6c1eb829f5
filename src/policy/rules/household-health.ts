import { z } from 'zod'
import { tellOfNewPrice } from '../coming-change.ts'
import { whole } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import { roundDong, shareOf, type Day, type Dong } from '../values.ts'
import { workOut, type Workings } from '../workings.ts'

const MOST_MEMBERS = 30
const LAST_ORDER = 5 // the fifth member and everyone after pay alike
const paidMonths = z.literal([3, 6, 12])
const members = whole.min(1).max(MOST_MEMBERS)
const memberOrders = z.array(members).min(1).max(MOST_MEMBERS)
const monthsEach = z.array(paidMonths).min(1).max(MOST_MEMBERS)

/**
 * Who pays: a head count or the members' orders; how long: one number of months, or one for each, in that order.
 * Months for each alone also say how many they are.
 */
const fields = z.object({
  members: members.optional(),
  memberOrders: memberOrders.optional(),
  months: paidMonths.optional(),
  monthsEach: monthsEach.optional(),
})
type Input = z.output<typeof fields>

export const householdHealthInput = fields.superRefine((input, context) => {
  const missing = (field: string) => context.addIssue({ code: 'custom', path: [field], message: field })
  const people = headCount(input)
  if (people === undefined) missing('members')
  if (!input.months && !input.monthsEach) missing('months')
  if (input.monthsEach && input.monthsEach.length !== people) missing('monthsEach')
})

interface HouseholdMember {
  readonly order: number
  readonly months: number
  readonly perMonth: Dong
  readonly amount: Dong
}

export interface HouseholdHealth {
  readonly perMember: readonly HouseholdMember[]
  readonly total: Dong
}

/**
 * What a family pays for household health insurance (BHYT hộ gia đình), at the base salary of the day of payment.
 * Law on Health Insurance Điều 13(6): each further member pays a smaller part of what the first pays.
 */
export function householdHealth(input: Input, on: Day, book: PolicyBook): Outcome<HouseholdHealth> {
  return workOut(on, book, (sheet) => {
    const household = shares(sheet, input)
    sheet.step('Cả hộ đóng', printDong(household.total))
    const longest = Math.max(...household.perMember.map(({ months }) => months))
    tellOfNewPrice(sheet, longest, household.total, (later) => shares(later, input).total)
    return household
  })
}

function shares(sheet: Workings, input: Input): HouseholdHealth {
  const orders = input.memberOrders ?? Array.from({ length: headCount(input) ?? 0 }, (_, i) => i + 1)
  const perMember = orders.map((order, i) => {
    const months = input.monthsEach?.[i] ?? input.months ?? 0
    return memberShare(sheet, order, months)
  })
  return { perMember, total: perMember.reduce((sum, { amount }) => sum + amount, 0) }
}

function headCount({ members: count, memberOrders, monthsEach }: Input): number | undefined {
  return memberOrders?.length ?? count ?? monthsEach?.length
}

function memberShare(sheet: Workings, order: number, months: number): HouseholdMember {
  const base = sheet.take('base-salary').value
  const rate = sheet.take('health-rate').value
  const part = sheet.take(`household-health-member-${Math.min(order, LAST_ORDER)}`)
  const monthly = shareOf(base, rate, part.value)
  const amount = roundDong(monthly * months)
  sheet.step(
    `Người thứ ${order}: ${part.printed} mức đóng, ${months} tháng, làm tròn đến đồng`,
    printDong(amount),
  )
  return { order, months, perMonth: roundDong(monthly), amount }
}
