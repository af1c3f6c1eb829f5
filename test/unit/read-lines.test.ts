import { expect, test } from 'vitest'
import { readLines } from '../../src/cli/read.ts'

const where = { on: '2026-11-22', root: '.' } as const

test('answers one JSON line for each line, in order', () => {
  const lines = ['{"id":"a","text":"2tr rưỡi"}', '', '{"id":"b","text":"năm rưỡi"}']
  expect(readLines('money', lines, where)).toEqual([
    '{"id":"a","value":{"vnd":2500000}}',
    '{"id":"b","value":null}',
  ])
  expect(readLines('duration', lines.slice(2), where)).toEqual([
    '{"id":"b","value":{"months":18},"candidates":[{"months":18},{"months":66}]}',
  ])
})

test('answers phones and places in their own shapes', () => {
  expect(readLines('phone', ['{"id":1,"text":"0912 345 678"}'], where)).toEqual([
    '{"id":1,"value":{"e164":"+84912345678","kind":"mobile"}}',
  ])
  expect(readLines('place', ['{"id":1,"text":"tp vinh"}'], where)).toEqual([
    '{"id":1,"value":{"province":"Nghệ An","commune":null,"code":null,"sure":true,"candidates":[]}}',
  ])
})

test('names the line that is not as it should be', () => {
  expect(() => readLines('age', ['{"id":"a","text":"57"}', 'xin chào'], where)).toThrow('dòng 2')
})
