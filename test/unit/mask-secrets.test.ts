import { expect, test } from 'vitest'
import { maskSecrets } from '../../src/conversation/mask-secrets.ts'

test.each([
  ['cccd em 001090012345', 'citizen-id'],
  ['001 090 012 345', 'citizen-id'],
  ['0 3 8 0 9 0 0 1 2 3 4 5', 'citizen-id'],
  ['cmnd 182345678', 'old-citizen-id'],
  ['mã số bhxh 4021234567', 'insurance-number'],
  ['so so bhxh: 0131234567', 'insurance-number'],
  ['mã bhxh 0912345678', 'insurance-number'],
  ['the DN4010110123456', 'health-card'],
  ['HT 3 01 0110123456', 'health-card'],
  ['stk 1234567890123 vcb', 'bank-account'],
  ['STK 19036789', 'bank-account'],
  ['4111 1111 1111 1111', 'bank-card'],
  ['OTP là 482913', 'one-time-code'],
  ['482913 là mã otp', 'one-time-code'],
  ['ma xac nhan 4821', 'one-time-code'],
  ['mật khẩu: abc123', 'one-time-code'],
])('covers the secret in "%s"', (text, kind) => {
  const masked = maskSecrets(text)
  expect(masked.found).toEqual([kind])
  expect(masked.text).not.toMatch(/\d/)
})

test.each([
  'luật 41/2024/QH15 và nghị định 159/2025/NĐ-CP',
  '1.500.000 đồng',
  '1 500 000',
  '1500000000',
  '1.234.567.890',
  '12-5-1990',
  '01.07.2025 31.12.2026',
  'sdt 0912.345.678',
  '+84912345678',
  '01662345678',
  '57 0912 345 678',
  'tài khoản zalo 0912345678',
  'em đóng từ 2005 2010 2015',
  'năm 2025 đóng 12 tháng',
])('leaves "%s" as it is', (text) => {
  expect(maskSecrets(text)).toEqual({ text, found: [] })
})

test('covers only the secret beside a phone number', () => {
  expect(maskSecrets('0912345678 001090012345 ạ').text).toBe('0912345678 [số căn cước đã che] ạ')
})
