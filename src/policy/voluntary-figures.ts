import { everydayMoney } from './everyday-money.ts'
import { dong, years, type NamedFigure, type Take } from './figure.ts'
import { shareOf } from './values.ts'

const groups = {
  poor: 'hộ nghèo',
  island: 'xã đảo, đặc khu',
  'near-poor': 'hộ cận nghèo',
  'ethnic-minority': 'người dân tộc thiểu số',
  other: 'đối tượng khác',
} as const

const lowestContribution = (take: Take) => shareOf(take('rural-poverty-line'), take('voluntary-rate'))
const highestIncome = (take: Take) => take('voluntary-cap-level') * take('voluntary-income-cap')

export function voluntaryFigures(): NamedFigure[] {
  return [...general(), ...Object.entries(groups).flatMap(([group, who]) => forGroup(group, who))]
}

function general(): NamedFigure[] {
  return [
    dong('voluntary-lowest-income', 'Thu nhập thấp nhất được chọn', (take) => take('rural-poverty-line')),
    dong('voluntary-highest-income', 'Thu nhập cao nhất được chọn', highestIncome),
    dong(
      'voluntary-lowest-contribution',
      'Mức đóng thấp nhất mỗi tháng, chưa trừ hỗ trợ',
      lowestContribution,
    ),
    dong('voluntary-highest-contribution', 'Mức đóng cao nhất mỗi tháng, chưa trừ hỗ trợ', (take) =>
      shareOf(highestIncome(take), take('voluntary-rate')),
    ),
    years(
      'voluntary-missing-max-years',
      'Số năm còn thiếu được đóng một lần nhiều nhất',
      'voluntary-missing-max-months',
    ),
    years(
      'voluntary-support-max-years',
      'Số năm được Nhà nước hỗ trợ nhiều nhất',
      'voluntary-support-max-months',
    ),
  ]
}

function forGroup(group: string, who: string): NamedFigure[] {
  const support = (take: Take) => shareOf(lowestContribution(take), take(`voluntary-support-${group}`))
  const pay = (take: Take) => lowestContribution(take) - support(take)
  const lowest = `Mức thấp nhất còn phải đóng, ${who}`
  return [
    dong(`voluntary-support-${group}-amount`, `Nhà nước hỗ trợ mỗi tháng, ${who}`, support),
    dong(`voluntary-pay-lowest-${group}`, `${lowest}, một tháng`, pay),
    dong(
      `voluntary-pay-lowest-${group}-day`,
      `${lowest}, một ngày (tháng 30 ngày)`,
      (take) => pay(take) / 30,
    ),
    dong(
      `voluntary-pay-lowest-${group}-piggy-day`,
      `${lowest}, bỏ heo đất mỗi ngày (tròn nghìn đồng)`,
      (take) => everydayMoney(pay(take), 1).piggyBank.perDay,
    ),
    dong(`voluntary-pay-lowest-${group}-3-months`, `${lowest}, 3 tháng`, (take) => pay(take) * 3),
    dong(`voluntary-pay-lowest-${group}-6-months`, `${lowest}, 6 tháng`, (take) => pay(take) * 6),
    dong(`voluntary-pay-lowest-${group}-12-months`, `${lowest}, 12 tháng`, (take) => pay(take) * 12),
  ]
}
