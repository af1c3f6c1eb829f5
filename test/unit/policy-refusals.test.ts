import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { NotInForce } from '../../src/policy/policy-book.ts'
import { badField, missingField, notInForce, outOfRange, unconfirmed } from '../../src/policy/refusals.ts'

const book = loadPolicy('knowledge/policy')

test('a refusal says what is missing, wrong or unknown, and with which limits', () => {
  expect([
    missingField('salary').say,
    badField('province').say,
    outOfRange('chosenIncome', { lowest: 1_500_000, highest: 50_600_000 }).say,
    outOfRange('missingMonths', { highest: 60 }).say,
    outOfRange('years', { lowest: 2 }).say,
    unconfirmed('monthlyRate', 'voluntary-monthly-rate', book).say,
    notInForce(new NotInForce('rural-poverty-line', '2031-01-01'), book).say,
    missingField('no-such-field').say,
  ]).toEqual([
    'Cháu còn thiếu tiền lương làm căn cứ đóng nên chưa tính được ạ.',
    'Cháu chưa đọc được tên tỉnh, thành phố, bác cho cháu biết lại giúp ạ.',
    'Cháu chưa tính được vì mức thu nhập chọn để đóng phải trong mức cho phép: thấp nhất là 1.500.000 đồng, cao nhất là 50.600.000 đồng ạ.',
    'Cháu chưa tính được vì số tháng còn thiếu phải trong mức cho phép: cao nhất là 60 tháng ạ.',
    'Cháu chưa tính được vì số năm đóng phải trong mức cho phép: thấp nhất là 2 năm ạ.',
    `${book.labelOf('voluntary-monthly-rate')} chưa có xác nhận chính thức nên cháu chưa dám tính, bác hỏi cơ quan BHXH giúp cháu ạ.`,
    'Cháu chưa có số liệu cho ngày 01/01/2031 (Chuẩn hộ nghèo khu vực nông thôn) nên không dám tính, bác hỏi cơ quan BHXH giúp cháu ạ.',
    'Cháu còn thiếu no-such-field nên chưa tính được ạ.',
  ])
})
