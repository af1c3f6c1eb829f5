/** What each input is called in a sentence to a citizen. */
export const fieldNames: Readonly<Record<string, string>> = {
  line: 'dòng dữ liệu (cần là một đối tượng JSON)',
  receipt: 'mã đối chiếu',
  input: 'dữ liệu',
  on: 'ngày cần tính',
  chosenIncome: 'mức thu nhập chọn để đóng',
  group: 'nhóm được hỗ trợ',
  province: 'tên tỉnh, thành phố',
  interval: 'kỳ đóng (1, 3, 6 hoặc 12 tháng)',
  supportedMonthsSoFar: 'số tháng đã được Nhà nước hỗ trợ',
  years: 'số năm đóng',
  monthlyRate: 'lãi suất đầu tư quỹ bình quân tháng',
  missingMonths: 'số tháng còn thiếu',
  members: 'số người tham gia trong hộ',
  memberOrders: 'thứ tự từng người trong hộ',
  months: 'số tháng đóng',
  monthsEach: 'số tháng đóng của từng người',
  visitCost: 'chi phí lần khám',
  care: 'nơi khám chữa bệnh',
  sex: 'giới tính (nam hay nữ)',
  birthYear: 'năm sinh',
  birthMonth: 'tháng sinh',
  conditions: 'điều kiện làm việc',
  contributionMonths: 'số tháng đã đóng',
  earlyMonths: 'số tháng nghỉ hưu sớm',
  averageIncome: 'mức bình quân thu nhập (tiền lương) đã đóng',
  periods: 'các khoảng thời gian đã đóng',
  juneAmount: 'lương hưu tháng 6/2026',
  retiredBefore1995: 'có nghỉ hưu trước năm 1995 hay không',
  yearsBefore2014: 'số năm đóng trước năm 2014',
  yearsFrom2014: 'số năm đóng từ năm 2014',
  supportedAmount: 'số tiền Nhà nước đã hỗ trợ',
  monthsTo75: 'số tháng còn lại đến năm 75 tuổi',
  averageSalary: 'lương bình quân 6 tháng cuối',
  salaries: 'lương của 6 tháng cuối',
  region: 'vùng lương tối thiểu (I, II, III hoặc IV)',
  age: 'tuổi',
  household: 'hộ nghèo, cận nghèo hay hộ khác',
  hasPension: 'có lương hưu hay chưa',
  salary: 'tiền lương làm căn cứ đóng',
  children: 'số con sinh lần này',
  monthsInLast12: 'số tháng đóng trong 12 tháng trước khi sinh',
}

const dongFields = ['chosenIncome', 'salary']
const monthFields = [
  'missingMonths',
  'contributionMonths',
  'months',
  'earlyMonths',
  'monthsTo75',
  'monthsInLast12',
]

/** What an input is counted in, with the space before it: " đồng". */
export function unitOf(field: string): string {
  if (dongFields.includes(field)) return ' đồng'
  if (monthFields.includes(field)) return ' tháng'
  return field === 'years' ? ' năm' : ''
}
