import { dong, type NamedFigure, type Take } from './figure.ts'
import { shareOf } from './values.ts'

const groups = {
  student: 'học sinh, sinh viên',
  'near-poor': 'hộ cận nghèo',
  'average-farm': 'hộ nông, lâm, ngư, diêm nghiệp có mức sống trung bình',
  'village-health-worker': 'nhân viên y tế thôn bản',
  'former-difficult-minority': 'người dân tộc thiểu số ở xã vừa ra khỏi vùng khó khăn',
} as const

const healthMonth = (take: Take) => shareOf(take('base-salary'), take('health-rate'))

export function healthFigures(): NamedFigure[] {
  return [
    ...general(),
    ...[1, 2, 3, 4, 5].flatMap(householdMember),
    ...[2, 3, 4, 5].map(householdTotal),
    ...Object.entries(groups).flatMap(([group, who]) => forGroup(group, who)),
  ]
}

function general(): NamedFigure[] {
  const part = (take: Take) => shareOf(take('base-salary'), take('health-free-visit-percent'))
  const fiveYears = (take: Take) => take('health-reference-level') * take('health-five-year-multiple')
  return [
    dong('health-month', 'Mức đóng BHYT đủ, một tháng', healthMonth),
    dong('health-year', 'Mức đóng BHYT đủ, 12 tháng', (take) => healthMonth(take) * 12),
    dong('health-free-visit-below', 'Chi phí một lần khám thấp hơn mức này được BHYT trả đủ', part),
    dong(
      'health-five-year-threshold',
      'Cùng chi trả trong năm vượt mức này, đủ 5 năm liên tục, thì được miễn',
      fiveYears,
    ),
  ]
}

function householdMember(order: number): NamedFigure[] {
  const month = (take: Take) => shareOf(healthMonth(take), take(`household-health-member-${order}`))
  const name = `household-health-member-${order}`
  const who = `BHYT hộ gia đình, người thứ ${order}${order === 5 ? ' trở đi' : ''}`
  return [
    dong(`${name}-month`, `${who}, một tháng`, month),
    dong(`${name}-year`, `${who}, 12 tháng`, (take) => month(take) * 12),
  ]
}

function householdTotal(members: number): NamedFigure {
  const orders = Array.from({ length: members }, (_, i) => `household-health-member-${i + 1}`)
  return dong(`household-health-${members}-people-year`, `BHYT cả hộ ${members} người, 12 tháng`, (take) =>
    orders.reduce((total, order) => total + shareOf(healthMonth(take), take(order)) * 12, 0),
  )
}

function forGroup(group: string, who: string): NamedFigure[] {
  const pay = (take: Take) => shareOf(healthMonth(take), 100 - take(`health-support-${group}`))
  return [
    dong(`${group}-health-pay-month`, `BHYT còn phải đóng nhiều nhất một tháng, ${who}`, pay),
    dong(
      `${group}-health-pay-year`,
      `BHYT còn phải đóng nhiều nhất 12 tháng, ${who}`,
      (take) => pay(take) * 12,
    ),
  ]
}
