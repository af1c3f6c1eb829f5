import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkKnowledge } from '../../src/cli/knowledge-check.ts'

const on = '2026-11-24'
const fixtures = 'test/fixtures/policy-faults'
const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** The repository's knowledge with one more parameter file. */
function rootWith(file: string): string {
  const root = mkdtempSync(join(tmpdir(), 'an-sinh-check-'))
  roots.push(root)
  cpSync('knowledge', join(root, 'knowledge'), { recursive: true })
  copyFileSync(join(fixtures, file), join(root, 'knowledge', 'policy', file))
  return root
}

const expected: Readonly<Record<string, readonly string[]>> = {
  'fault-no-citation.yaml': [
    'error: values.0.source: thiếu căn cứ: ghi act (số văn bản) và place (điều, khoản)',
  ],
  'fault-overlap.yaml': ['error: hai giá trị cùng một ngày, từ 01/01/2026: ghi until cho giá trị trước'],
  'fault-gap.yaml': ['warning: không có giá trị từ sau 30/12/2025 đến trước 01/01/2026'],
  'fault-replaced.yaml': ['warning: văn bản 58/2014/QH13 đã được thay bằng 41/2024/QH15'],
  'fault-overdue.yaml': ['warning: quá ngày phải xem lại (23/11/2026)'],
}

test('every kind of fault has its file, and every file its test', () => {
  expect(readdirSync(fixtures).sort()).toEqual(Object.keys(expected).sort())
})

test.each(Object.entries(expected))('knowledge check names what is wrong with %s', (file, said) => {
  const found = checkKnowledge(rootWith(file), on).filter(({ at }) => at === `knowledge/policy/${file}`)
  expect(found.map(({ level, say }) => `${level}: ${say}`)).toEqual(said)
})

test('the knowledge of the repository has none of them', () => {
  expect(checkKnowledge('.', on)).toEqual([])
})
