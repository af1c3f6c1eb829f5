import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { environment } from '../../src/config.ts'

const lines = readFileSync('.env.example', 'utf8').split('\n')
const documented = lines.flatMap((line, i) => {
  const [, key] = /^#?([A-Z][A-Z0-9_]+)=/.exec(line) ?? []
  return key === undefined ? [] : [{ key, help: lines[i - 1] ?? '' }]
})

test('.env.example has every key the program reads, and no other', () => {
  expect(documented.map(({ key }) => key).toSorted()).toEqual(Object.keys(environment.shape).toSorted())
})

test('each key has one line of Vietnamese help right above it', () => {
  expect(documented.filter(({ help }) => !/^# \S.*[^\x00-\x7f]/.test(help))).toEqual([])
})
