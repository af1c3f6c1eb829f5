import { expect, test } from 'vitest'
import { readCommand } from '../../src/conversation/read-command.ts'

test.each([
  'vì sao ra số này?',
  'tại sao lại ra số đó',
  'sao lại ra con số ấy vậy em',
  'sao ra số tiền này',
  'con số này ở đâu ra',
  'làm sao ra số này',
  'ra số này kiểu gì vậy',
  'vi sao lai 22%',
  'sao lại 264.000 vậy',
  'sao tới 330k',
  'tính thế nào vậy',
])('"%s" asks how we got there', (said) => {
  expect(readCommand(said)).toBe('why')
})

test.each([
  'vì sao phải đóng bhxh tự nguyện',
  'sao tháng này lương hưu chưa có',
  'tính lương hưu thế nào',
  'sao không được rút một lần',
  'vì sao mức đóng năm 2027 tăng lên',
  'làm sao để biết đóng được bao nhiêu năm',
])('"%s" is a question of its own', (said) => {
  expect(readCommand(said)).toBeUndefined()
})
