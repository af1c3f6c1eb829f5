import { dong, percent, type NamedFigure, type Take } from './figure.ts'
import { shareOf } from './values.ts'

const regions = ['I', 'II', 'III', 'IV'] as const

const levels = (take: Take, multiple: string) => take('reference-level') * take(multiple)

export function workFigures(): NamedFigure[] {
  return [...compulsory(), ...businessOwner(), ...regions.flatMap(unemployment), ...others()]
}

function compulsory(): NamedFigure[] {
  const employer = [
    'compulsory-pension-employer',
    'compulsory-sickness-employer',
    'compulsory-accident-employer',
  ]
  return [
    dong('compulsory-lowest-income', 'Tiền lương thấp nhất làm căn cứ đóng', (take) =>
      levels(take, 'compulsory-income-floor'),
    ),
    dong(
      'compulsory-highest-income',
      'Tiền lương cao nhất làm căn cứ đóng',
      (take) => take('compulsory-cap-level') * take('compulsory-income-cap'),
    ),
    percent('compulsory-employee-total', 'Người lao động đóng tất cả', [
      'compulsory-pension-employee',
      'health-employee-rate',
      'unemployment-rate-employee',
    ]),
    percent('compulsory-employer-bhxh', 'Đơn vị đóng BHXH', employer),
    percent('compulsory-employer-total', 'Đơn vị đóng tất cả', [
      ...employer,
      'health-employer-rate',
      'unemployment-rate-employer',
    ]),
  ]
}

function businessOwner(): NamedFigure[] {
  const bhxh = ['business-owner-pension', 'business-owner-sickness']
  const lowest = (take: Take, parts: readonly string[]) =>
    shareOf(
      take('reference-level'),
      parts.reduce((total, part) => total + take(part), 0),
    )
  return [
    percent('business-owner-bhxh', 'Chủ hộ kinh doanh đóng BHXH', bhxh),
    percent('business-owner-total', 'Chủ hộ kinh doanh đóng BHXH và BHYT', [...bhxh, 'health-rate']),
    dong('business-owner-lowest-bhxh', 'Chủ hộ kinh doanh: BHXH thấp nhất mỗi tháng', (take) =>
      lowest(take, bhxh),
    ),
    dong('business-owner-lowest-health', 'Chủ hộ kinh doanh: BHYT thấp nhất mỗi tháng', (take) =>
      lowest(take, ['health-rate']),
    ),
    dong('business-owner-lowest', 'Chủ hộ kinh doanh: BHXH và BHYT thấp nhất mỗi tháng', (take) =>
      lowest(take, [...bhxh, 'health-rate']),
    ),
  ]
}

function unemployment(region: string, index: number): NamedFigure[] {
  const wage = `regional-minimum-wage-${index + 1}`
  return [
    dong(
      `unemployment-cap-${index + 1}`,
      `Trợ cấp thất nghiệp cao nhất mỗi tháng, vùng ${region}`,
      (take) => take(wage) * take('unemployment-cap-multiple'),
    ),
    dong(
      `unemployment-contribution-cap-${index + 1}-amount`,
      `Tiền lương cao nhất đóng bảo hiểm thất nghiệp, vùng ${region}`,
      (take) => take(wage) * take('unemployment-contribution-cap'),
    ),
  ]
}

function others(): NamedFigure[] {
  const accident = (take: Take, rate: string) => shareOf(take('regional-minimum-wage-4'), take(rate))
  return [
    dong('accident-6-months', 'Bảo hiểm tai nạn lao động tự nguyện, 6 tháng', (take) =>
      accident(take, 'accident-rate-6-months'),
    ),
    dong('accident-12-months', 'Bảo hiểm tai nạn lao động tự nguyện, 12 tháng', (take) =>
      accident(take, 'accident-rate-12-months'),
    ),
    dong(
      'accident-death-amount',
      'Trợ cấp khi chết do tai nạn lao động (bảo hiểm tự nguyện)',
      (take) => take('regional-minimum-wage-4') * take('accident-death-multiple'),
    ),
    dong('funeral-amount', 'Trợ cấp mai táng', (take) => levels(take, 'funeral-multiple')),
  ]
}
