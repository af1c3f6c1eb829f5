/** Fields of results, as an officer calls them. */
const words: Readonly<Record<string, string>> = {
  gross: 'mức đóng',
  stateSupport: 'Nhà nước hỗ trợ',
  localSupport: 'địa phương hỗ trợ',
  youPay: 'tự đóng',
  youPayAtMost: 'tự đóng nhiều nhất',
  perMonth: 'mỗi tháng',
  perDay: 'mỗi ngày',
  undiscounted: 'chưa trừ lãi',
  lowest: 'thấp nhất',
  highest: 'cao nhất',
  perMember: 'người thứ',
  amount: 'số tiền',
  total: 'tổng',
  ratePercent: 'tỷ lệ (%)',
  freeVisitBelow: 'khám dưới mức này không cùng chi trả',
  fiveYearThreshold: 'ngưỡng 5 năm liên tục',
  years: 'số năm',
  months: 'số tháng',
  monthly: 'mỗi tháng nhận',
  retirementLumpSum: 'trợ cấp một lần khi nghỉ hưu',
  average: 'bình quân',
  sum: 'tổng cộng',
  julyAmount: 'lương hưu từ tháng 7',
  topUp: 'phần bù thêm',
  eligible: 'được hưởng',
  monthlyCap: 'mức cao nhất mỗi tháng',
  contributionBaseCap: 'trần tiền lương đóng',
  employee: 'người lao động',
  employer: 'chủ sử dụng',
  bhxh: 'BHXH',
  bhyt: 'BHYT',
  bhtn: 'BHTN',
}
const values: Readonly<Record<string, string>> = {
  true: 'có',
  false: 'không',
  confirmed: 'đã xác nhận',
  'single-source': 'mới có một nguồn',
  unconfirmed: 'chưa xác nhận',
}

/** "perMember.0.amount 1.366.200, total 4.098.600" → "người thứ 1 số tiền 1.366.200; tổng 4.098.600". */
export function sumInWords(sum: string): string {
  return sum
    .split(/, (?=[A-Za-z]+(?:\.[A-Za-z0-9]+)* |độ chắc |căn cứ )/)
    .map((one) => {
      const [, path = '', value = ''] = /^([A-Za-z.0-9]+) (.*)$/s.exec(one) ?? [undefined, '', one]
      const named = path
        .split('.')
        .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (words[part] ?? part)))
      const said = one.startsWith('độ chắc ')
        ? `độ chắc ${values[one.slice(8)] ?? one.slice(8)}`
        : (values[value] ?? value)
      return [...named, said].filter((word) => word !== '').join(' ')
    })
    .join('; ')
}
