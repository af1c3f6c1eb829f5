import { describe, expect, test } from 'vitest'
import { formatPhone, readPhone, readPhones } from '../../src/conversation/read-phone.ts'

test.each([
  '0912345678',
  'sdt em 0912 345 678 nha',
  'sdt0912345678',
  '+84 912 345 678',
  '+84 (0) 912.345.678',
  '84912345678',
  '57 tuổi, 0912-345-678',
  '57 0912 345 678',
  '0 9 1 2 3 4 5 6 7 8',
  '0912345678, gọi 0912 345 678',
])('reads the mobile in "%s"', (text) => {
  expect(readPhone(text)).toEqual({ e164: '+84912345678', kind: 'mobile' })
})

test.each([
  ['01662345678', '+84362345678'],
  ['0123 234 5678', '+84832345678'],
  ['01202345678', '+84702345678'],
  ['0199 234 5678', '+84592345678'],
])('renumbers the old eleven-digit %s', (text, e164) => {
  expect(readPhone(text)?.e164).toBe(e164)
})

test('reads a landline', () => {
  expect(readPhone('0238 384 1234')).toEqual({ e164: '+842383841234', kind: 'landline' })
})

test.each([
  'o912345678',
  'O 912 345 678',
  '19001234',
  '1800 1234',
  '091234567',
  '0912 345 678 9',
  '001090012345',
  '+1 202 555 0111',
])('refuses "%s"', (text) => {
  expect(readPhone(text)).toBeUndefined()
  expect(readPhones(text)).toEqual([])
})

describe('two different numbers', () => {
  test.each(['0912.345.678 hoặc 0987-654-321', '0912345678 0987654321'])(
    '"%s" must be asked back',
    (text) => {
      expect(readPhone(text)).toBeUndefined()
      expect(readPhones(text).map(({ e164 }) => e164)).toEqual(['+84912345678', '+84987654321'])
    },
  )
})

test('reads back in groups a person can check', () => {
  expect(formatPhone('+84912345678')).toBe('0912 345 678')
  expect(formatPhone('+842438221234')).toBe('024 3822 1234')
})
