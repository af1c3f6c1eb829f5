import { describe, expect, test } from 'vitest'
import { askedPeriod } from '../../src/conversation/read-period.ts'

const today = '2026-11-22'
const read = (text: string) => askedPeriod(text, today)

describe('the time a question is about', () => {
  test.each([
    ['trần đóng bhxh năm 2021 là nhiêu', '2021-01-01', '2021-12-31', 'năm 2021'],
    ['hồi 2019 lương cơ sở mấy', '2019-01-01', '2019-12-31', 'năm 2019'],
    ['bhyt năm 2k20 bn', '2020-01-01', '2020-12-31', 'năm 2020'],
    ['nam ngoai bhyt ho gd bao nhieu', '2025-01-01', '2025-12-31', 'năm 2025'],
    ['năm kia đóng mấy', '2024-01-01', '2024-12-31', 'năm 2024'],
    ['sang năm đóng tự nguyện bao nhiêu', '2027-01-01', '2027-12-31', 'năm 2027'],
    ['sang nam dong bhxh tu nguyen bn', '2027-01-01', '2027-12-31', 'năm 2027'],
    ['năm sau đóng bao nhiêu', '2027-01-01', '2027-12-31', 'năm 2027'],
    ['mấy tuổi nghỉ hưu nếu nghỉ năm 2028', '2028-01-01', '2028-12-31', 'năm 2028'],
    ['t3/2023 lương cơ sở', '2023-03-01', '2023-03-31', 'tháng 3/2023'],
    ['tháng 2 năm 2024 đóng mấy', '2024-02-01', '2024-02-29', 'tháng 2/2024'],
    ['tháng 6 năm ngoái', '2025-06-01', '2025-06-30', 'tháng 6/2025'],
    ['tháng trước', '2026-10-01', '2026-10-31', 'tháng 10/2026'],
    ['tháng sau đóng bn', '2026-12-01', '2026-12-31', 'tháng 12/2026'],
    ['quý 1/2026', '2026-01-01', '2026-03-31', 'quý 1/2026'],
    ['đầu năm 2024', '2024-01-01', '2024-06-30', 'đầu năm 2024'],
    ['cuối năm 2025', '2025-07-01', '2025-12-31', 'cuối năm 2025'],
    ['ngày 30.6.2024', '2024-06-30', '2024-06-30', 'ngày 30/06/2024'],
    ['trước 1/7/2025 đóng mấy năm thì có lương hưu', '2025-06-30', '2025-06-30', 'trước ngày 01/07/2025'],
    ['trước năm 2021', '2020-12-31', '2020-12-31', 'trước năm 2021'],
    ['từ 1/1/2027 đóng bao nhiêu', '2027-01-01', '9999-12-31', 'từ ngày 01/01/2027'],
    ['sinh con năm 2024 được bao nhiêu', '2024-01-01', '2024-12-31', 'năm 2024'],
  ])('%s', (text, from, to, said) => {
    expect(read(text)).toEqual({ from, to, said })
  })

  test.each([
    ...['bhyt hộ gia đình bao nhiêu', 'năm nay đóng mấy', 'năm 2026 đóng mấy', 'giá từ tháng 7/2026'],
    ...['sau 01/7/2025 rút sao', 'kể từ ngày 01/07/2025 được gì', 'từ 2015 đến nay', 'năm học 2026-2027'],
    ...[
      'luật bhxh 2024 có gì mới',
      'nghị định 158/2025/NĐ-CP',
      'thông tư 12 năm 2025',
      'luật số 41/2024/QH15',
    ],
    ...['em sinh năm 1990', 'sn 1980', 'đóng 2000k', 'thu nhập 2.000.000', 'giai đoạn 2026-2030'],
    ...[
      'em đóng 12 năm rồi',
      'nghỉ 4 tháng rồi',
      'viện Bạch Mai',
      'các năm trước',
      '32/13/2024',
      'ngày 31/2/2024',
    ],
    ...['so năm 2024 với năm 2027', '', '😀'],
  ])('%j is about today, or about no one time', (text) => {
    expect(read(text)).toBeUndefined()
  })

  test('a story with several days is one span', () => {
    expect(read('em sinh ngày 7-3-2024 nộp ngày 25-3-2024')?.said).toBe('tháng 3/2024')
    expect(read('nghỉ 12/2022, có bầu 02/2023, sinh tháng 10/2023')).toMatchObject({
      from: '2022-12-01',
      to: '2023-10-31',
      said: 'thời gian từ tháng 12/2022 đến tháng 10/2023',
    })
  })
})
