import { expect, test } from 'vitest'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readYesNo } from '../../src/conversation/read-yes-no.ts'

const readGroup = readChoice({
  poor: ['hộ nghèo', 'nghèo'],
  'near-poor': ['hộ cận nghèo', 'cận nghèo'],
  other: ['khác', 'không thuộc diện nào', '3'],
})

test.each([
  ['dạ hộ nghèo ạ', 'poor'],
  ['ho can ngheo nha ad', 'near-poor'],
  ['nhà em thuộc diện cận nghèo r', 'near-poor'],
  ['không thuộc diện nào hết á', 'other'],
  ['Khác', 'other'],
  ['số 3 ạ', 'other'],
])('"%s" chooses %s', (said, choice) => {
  expect(readGroup(said)).toBe(choice)
})

test.each(['không phải hộ nghèo', 'ko ngheo', 'nghèo hay cận nghèo', 'cháu chưa biết', '', '33'])(
  '"%s" chooses nothing',
  (said) => {
    expect(readGroup(said)).toBeUndefined()
  },
)

test.each(['dạ', 'có ạ', 'ừ đúng rồi', 'ok em', 'dạ vâng', 'đồng ý nha', 'dc'])('"%s" is yes', (said) => {
  expect(readYesNo(said)).toBe('yes')
})

test.each(['ko', 'dạ không', 'không đồng ý', 'thôi khỏi', 'hông', 'chưa ạ'])('"%s" is no', (said) => {
  expect(readYesNo(said)).toBe('no')
})

test.each(['không biết', 'được không', 'có không', 'đóng bao nhiêu', ''])('"%s" is neither', (said) => {
  expect(readYesNo(said)).toBeUndefined()
})
