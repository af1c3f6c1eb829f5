import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('SECURITY.md', 'utf8')

test('every control in SECURITY.md names a test or script that exists', () => {
  const rows = text.split('\n').filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith('| STRIDE'))
  const named = rows.map((row) => row.match(/`(?:test|scripts)\/[^`]+`/g) ?? [])
  expect(rows.length).toBeGreaterThan(15)
  expect(named.filter((files) => files.length === 0)).toEqual([])
  const files = named.flat().map((name) => name.replaceAll('`', ''))
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})

test('all six kinds of threat are thought of', () => {
  const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Information', 'Denial', 'Elevation']
  expect(kinds.filter((kind) => !text.includes(`| ${kind}`))).toEqual([])
})
