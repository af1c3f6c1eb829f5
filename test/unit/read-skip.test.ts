import { describe, expect, test } from 'vitest'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { isSkip } from '../../src/conversation/read-command.ts'
import { readMonths } from '../../src/conversation/read-span.ts'

describe('what stands for "bỏ qua"', () => {
  test.each([
    'bỏ qua',
    'không biết nữa',
    'ko bt',
    'quên rồi ạ',
    'hổng biết',
    'hok biết',
    'hem nhớ',
    'không rõ lắm',
    'ko nhớ',
  ])('%s', (said) => {
    expect(isSkip(said)).toBe(true)
  })

  test.each(['không', 'chưa', 'không biết có được rút không', '12 năm'])('%s does not', (said) => {
    expect(isSkip(said)).toBe(false)
  })
})

test.each([
  ['hơn năm', 12, 23],
  ['hon nam', 12, 23],
  ['gần năm', 0, 11],
  ['hơn năm năm', 60, 71],
  ['hơn 2 năm', 24, 35],
])('%s is %d to %d months', (said, min, max) => {
  expect(readMonths(said, '2026-11-22')).toEqual({ min, max })
})

describe('a choice that is denied', () => {
  const read = readChoice({ poor: ['hộ nghèo', 'nghèo'], other: ['hộ khác', 'thoát nghèo'] })

  test.each(['hộ nghèo mới thoát', 'không còn là hộ nghèo', 'không phải hộ nghèo', 'vừa ra khỏi hộ nghèo'])(
    '%s is not it',
    (said) => {
      expect(read(said)).not.toBe('poor')
    },
  )

  test.each(['nhà em thuộc hộ nghèo', 'dạ hộ nghèo ạ', 'nghèo'])('%s is it', (said) => {
    expect(read(said)).toBe('poor')
  })

  test('another choice may say so itself', () => {
    expect(read('mới thoát nghèo')).toBe('other')
  })
})

test.each([
  ['3 tuần', 0, 1],
  ['nghỉ 3 tuần rồi', 0, 1],
  ['10 ngày', 0, 1],
  ['45 ngày', 1, 2],
  ['nửa tháng', 0, 1],
])('"%s" is %i to %i whole months', (said, min, max) => {
  expect(readMonths(said, '2026-11-22')).toEqual({ min, max })
})

test.each(['còn lương 8 triệu thì sao', '22%', '500 nghìn'])('"%s" is no time', (said) => {
  expect(readMonths(said, '2026-11-22')).toBeUndefined()
})
