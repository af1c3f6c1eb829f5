import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { kept, keepingFolder } from '../../src/adapters/files/kept.ts'

const name = `test-of-kept.${process.pid}`
const filesOf = () =>
  existsSync(keepingFolder())
    ? readdirSync(keepingFolder())
        .filter((file) => file.startsWith(name))
        .map((file) => join(keepingFolder(), file))
    : []
afterEach(() => {
  for (const file of filesOf()) rmSync(file)
})

/** How often it had to be made, and what came out. */
function counted<T>(value: T) {
  let made = 0
  return { make: () => ((made += 1), value), made: () => made }
}

const value = { weights: Float32Array.of(1, 2), words: new Map([['đóng', new Set([1])]]), none: undefined }

test('what is made of the same texts is made once, and comes back whole', () => {
  const { make, made } = counted(value)
  expect(kept(name, ['a', 'b'], make)).toEqual(value)
  expect(kept(name, ['a', 'b'], make)).toEqual(value)
  expect(made()).toBe(1)
})

test('another text, or the same letters cut elsewhere, makes it anew', () => {
  const { make, made } = counted(value)
  for (const from of [
    ['a', 'b'],
    ['ab', ''],
    ['a', 'c'],
  ])
    kept(name, from, make)
  expect(made()).toBe(3)
})

test('a damaged file is made anew', () => {
  const { make, made } = counted(value)
  kept(name, ['a'], make)
  for (const file of filesOf()) writeFileSync(file, 'nothing of ours')
  expect(kept(name, ['a'], make)).toEqual(value)
  expect(made()).toBe(2)
})

test('what cannot be written is answered all the same, and a fault in making it is not kept', () => {
  const spoken = kept(name, ['f'], () => ({ say: () => 'chào' }))
  expect(spoken.say()).toBe('chào')
  const fails = () => {
    throw new Error('wrong file')
  }
  expect(() => kept(name, ['g'], fails)).toThrow('wrong file')
  expect(kept(name, ['g'], () => 1)).toBe(1)
})

test('only the last few versions stay', () => {
  for (let i = 0; i < 12; i += 1) kept(name, [String(i)], () => i)
  expect(filesOf().length).toBe(8)
})
