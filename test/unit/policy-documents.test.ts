import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { DocumentRegister, documentsFile } from '../../src/policy/documents.ts'

const register = loadDocuments('knowledge/documents.yaml')
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('the register of legal documents', () => {
  test('tells a resolution of the National Assembly from a law of the same form of number', () => {
    const kind = 'Nghị quyết' as const
    expect(register.misnames({ act: '261/2025/QH15' })).toBe(true)
    expect(register.misnames({ act: '261/2025/QH15', kind })).toBe(false)
    expect(register.misnames({ act: '41/2024/QH15', kind })).toBe(true)
    expect(register.misnames({ act: '41/2024/QH15' })).toBe(false)
    expect(register.misnames({ act: '19/2025/NQ-HĐND' })).toBe(false)
    expect(register.misnames({ act: '1/1900/X' })).toBe(false)
  })

  test('knows what took the place of a document that has ended', () => {
    expect(register.replacementOf('134/2015/NĐ-CP', '2025-07-01')?.number).toBe('159/2025/NĐ-CP')
    expect(register.replacementOf('134/2015/NĐ-CP', '2025-06-30')).toBeUndefined()
    expect(register.replacementOf('41/2024/QH15', '2026-11-22')).toBeUndefined()
  })

  test('one that ended with nothing in its place has no replacement', () => {
    const gone = documentsFile.parse([
      { number: '9/2001', kind: 'Luật', title: 'Luật thử', issuer: 'Quốc hội', until: '2020-12-31' },
    ])
    expect(new DocumentRegister(gone).replacementOf('9/2001', '2026-11-22')).toBeUndefined()
    expect(new DocumentRegister(gone).replacementOf('8/2000', '2026-11-22')).toBeUndefined()
  })

  test.each(['replaces', 'amends'])('%s may name documents that are in it, and no others', (what) => {
    const one = { number: '1/2020', kind: 'Luật', title: 'Luật thử', issuer: 'Quốc hội' }
    const two = { ...one, number: '2/2021', [what]: ['1/2020'] }
    expect(documentsFile.safeParse([one, two]).success).toBe(true)
    expect(documentsFile.safeParse([one, { ...two, [what]: ['1/2020', '7/2007'] }]).success).toBe(false)
  })

  test('a document it names must be in it, and only once', () => {
    const one = '- { number: 1/2020, kind: Luật, title: Luật thử, issuer: Quốc hội'
    expect(() => loadDocuments(write('a.yaml', `${one}, replaces: [2/2010] }`))).toThrow(
      /a\.yaml.*có trong sổ/,
    )
    expect(() => loadDocuments(write('b.yaml', `${one} }\n${one} }`))).toThrow(/b\.yaml.*chỉ ghi một lần/)
  })
})

test('a parameter file with something wrong stops the start, naming the file and the field', () => {
  write('wrong-name.yaml', 'name: x')
  expect(() => loadPolicy(folder)).toThrow(/wrong-name\.yaml|a\.yaml/)
  rmSync(join(folder, 'a.yaml'), { force: true })
  rmSync(join(folder, 'b.yaml'), { force: true })
  expect(() => loadPolicy(folder)).toThrow(/wrong-name\.yaml: label: /)
  const good =
    'label: X\nchecked: 2026-11-22\ncheckBy: 2027-05-22\nvalues:\n  - { from: 2026-01-01, value: 1 đồng, certainty: confirmed, source: { act: 1/2020, place: Điều 1 } }\n'
  write('wrong-name.yaml', `name: other\n${good}`)
  expect(() => loadPolicy(folder)).toThrow(/wrong-name\.yaml: name phải trùng tên tệp/)
  write('wrong-name.yaml', `name: wrong-name\n${good}`)
  expect(loadPolicy(folder).on('2026-01-01', 'wrong-name').value).toBe(1)
})
